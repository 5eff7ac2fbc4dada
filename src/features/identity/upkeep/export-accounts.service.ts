import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Settings } from '../../../platform/config/settings.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { AccountView } from '../account-view.service.js';
import { AccountStore } from '../account.store.js';
import { accountsWorkbook } from './accounts-workbook.js';

/** The list of accounts as a workbook; who took it is put on record. */
@Injectable()
export class ExportAccountsService {
  constructor(
    private readonly accounts: AccountStore,
    private readonly view: AccountView,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  async export(): Promise<{ name: string; bytes: Buffer }> {
    const accounts = await this.accounts.all();
    const present = await this.view.presenter(accounts);
    const day = this.clock.today();
    const bytes = await accountsWorkbook(accounts.map(present), day, this.settings.DIAODU_ZONE);
    await this.unitOfWork.run(async () =>
      this.audit.record({
        operation: 'identity.exportAccounts',
        objectKind: 'account',
        objectId: 'all',
        after: { accounts: accounts.length },
      }),
    );
    return { name: `账号清单-${day}.xlsx`, bytes };
  }
}
