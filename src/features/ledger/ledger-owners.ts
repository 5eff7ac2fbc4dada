import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { OrganizationReader } from '../organization/organization.reader.js';
import type { LedgerOwnerResponse } from './present-ledger.js';

/** Whose ledgers are: the departments that own them, and the jurisdictions these lie in. */
@Injectable()
export class LedgerOwners {
  constructor(
    private readonly organization: OrganizationReader,
    private readonly clock: Clock,
  ) {}

  /** By the owners' ids, as at today; one that has ended is not among them. */
  async byId(): Promise<Map<string, LedgerOwnerResponse>> {
    const departments = await this.organization.departments(this.clock.today());
    const named = new Map(departments.map(({ code, name }) => [code, { code, name }]));
    return new Map(
      departments.map(({ id, code, name, jurisdiction }) => [
        id,
        { code, name, jurisdiction: named.get(jurisdiction.split('/').at(-2) ?? '') ?? null },
      ]),
    );
  }
}
