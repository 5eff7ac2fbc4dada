import { Injectable } from '@nestjs/common';
import { WHOLE_INSTALLATION } from '../../domain/access/jurisdiction.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { newId } from '../../platform/database/id.js';
import { OrganizationReader } from '../organization/organization.reader.js';
import { ledgerCodeTaken, ledgerStateWrong, ownerUnknown } from './ledger.errors.js';
import type { LedgerFacts } from './ledger-facts.js';
import { LedgerRules } from './ledger-rules.js';
import { OwnLedger } from './own-ledger.js';
import { LedgerStore } from './ledger.store.js';

/** What a new ledger is made of. */
export interface NewLedger {
  code: string;
  year: number;
  kind: string;
  title: string;
  sourceDocument: string;
  sourceNumber: string;
  issuedOn: string | null;
}

/** Makes ledgers; inside a unit of work. */
@Injectable()
export class MakeLedger {
  constructor(
    private readonly ledgers: LedgerStore,
    private readonly organization: OrganizationReader,
    private readonly rules: LedgerRules,
    private readonly own: OwnLedger,
    private readonly audit: AuditTrail,
  ) {}

  /** The ledger of a code, made as DRAFT where there is none. Refuses a closed one. */
  async findOrMake(wish: NewLedger): Promise<LedgerFacts> {
    const known = await this.ledgers.byCode(wish.code);
    if (!known) return this.make(wish);
    await this.own.requireAlways(known.id);
    if (known.state === 'CLOSED') throw ledgerStateWrong(known.code, '导入', known.state);
    if (known.issuedOn !== null || wish.issuedOn === null) return known;
    const changes = { issuedOn: wish.issuedOn };
    await this.ledgers.update(known, changes);
    return { ...known, ...changes, version: known.version + 1 };
  }

  /** Makes a ledger as DRAFT, owned by the department of config/ledger.yaml. */
  async make(wish: NewLedger): Promise<LedgerFacts> {
    const owner = await this.owner();
    if (await this.ledgers.isCodeTaken(wish.code)) throw ledgerCodeTaken(wish.code);
    const kind = wish.kind as LedgerFacts['kind'];
    const ledger: LedgerFacts = {
      ...wish,
      id: newId(),
      kind,
      state: 'DRAFT',
      ownerDepartmentId: owner.id,
      version: 1,
    };
    await this.ledgers.insert(ledger);
    this.audit.record({
      operation: 'ledger.create',
      objectKind: 'ledger',
      objectId: ledger.id,
      after: ledger,
    });
    return ledger;
  }

  /** The department of config/ledger.yaml; for another jurisdiction than its own, the one whose office makes the ledger. */
  private async owner(): Promise<{ id: string }> {
    const { departmentId, jurisdiction } = currentActor();
    const configured = await this.organization.departmentByCode(this.rules.ownerDepartment);
    const isOthers = jurisdiction !== WHOLE_INSTALLATION && configured?.jurisdiction !== jurisdiction;
    const own = isOthers && departmentId !== null && (await this.organization.department(departmentId));
    if (own) return own;
    if (!configured) throw ownerUnknown(this.rules.ownerDepartment);
    return configured;
  }
}
