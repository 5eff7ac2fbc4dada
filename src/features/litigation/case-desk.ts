import { Injectable } from '@nestjs/common';
import type { CourtCase } from '../../domain/rate/court-case.js';
import {
  caseNumberTaken,
  courtCaseNotFound,
  hearingNotFound,
} from '../../domain/rate/deeds/court-case.errors.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { scopeOf } from '../../platform/auth/scope.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { staleVersion } from '../../platform/database/version.js';
import { CourtCaseStore, type CaseParties, type KeptCase } from './court-case.store.js';
import { DepartmentCodes } from './department-codes.js'; // prettier-ignore

/** What a deed leaves in the audit trail beside the case. */
export interface DeedRecord {
  operation: string;
  objectKind: 'court-case' | 'hearing';
  objectId: string;
  before?: object | null;
  after: object;
}

/** Lays a case before a deed and puts it back: visibility, version, the day's state and audit are the same for all. */
@Injectable()
export class CaseDesk {
  constructor(
    private readonly store: CourtCaseStore,
    private readonly codes: DepartmentCodes,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The case; one the actor may not see is not found. With a version: refuses a stale one. */
  async open(id: string, version?: number): Promise<KeptCase> {
    const kept = await this.store.one(id, scopeOf(currentActor()));
    if (!kept) throw courtCaseNotFound();
    return requireVersion(kept, version);
  }

  /** The case a hearing belongs to; a hearing of a case the actor may not see is not found. */
  async openHearing(hearingId: string, version?: number): Promise<KeptCase> {
    const caseId = await this.store.caseOfHearing(hearingId);
    const kept = caseId && (await this.store.one(caseId, scopeOf(currentActor())));
    if (!kept) throw hearingNotFound();
    return requireVersion(kept, version);
  }

  /** Adds a case; refuses a number that its jurisdiction has registered already. */
  async add(courtCase: CourtCase, record: DeedRecord): Promise<void> {
    const parties = await this.codes.partiesOf(courtCase);
    await this.refuseTaken(courtCase, parties);
    await this.store.insert(courtCase, parties, this.clock.today());
    this.audit.record(record);
  }

  /** Saves what became of a case; refuses a number that another case of its jurisdiction has. */
  async save(kept: KeptCase, courtCase: CourtCase, record: DeedRecord): Promise<void> {
    const parties = await this.codes.partiesOf(courtCase);
    await this.refuseTaken(courtCase, parties);
    await this.store.update(kept, courtCase, parties, this.clock.today());
    this.audit.record(record);
  }

  private async refuseTaken({ id, instances }: CourtCase, { jurisdiction }: CaseParties): Promise<void> {
    const numbers = instances.map(({ number }) => number);
    const twice = numbers.find((number, i) => numbers.indexOf(number) !== i);
    if (twice !== undefined) throw caseNumberTaken(twice);
    for (const number of numbers) {
      const holders = await this.store.holdersOf(number, jurisdiction);
      if (holders.some((holder) => holder !== id)) throw caseNumberTaken(number);
    }
  }
}

function requireVersion(kept: KeptCase, version?: number): KeptCase {
  if (version !== undefined && version !== kept.version) {
    throw staleVersion('court-case', { id: kept.courtCase.id, version: kept.version }, version);
  }
  return kept;
}
