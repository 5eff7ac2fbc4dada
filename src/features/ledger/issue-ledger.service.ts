import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { staleVersion } from '../../platform/database/version.js';
import {
  draftsLeft,
  issueDateDiffers,
  issueDateMissing,
  ledgerStateWrong,
  nothingToIssue,
  tasksOpen,
} from './ledger.errors.js';
import type { LedgerFacts } from './ledger-facts.js';
import { LedgerStore } from './ledger.store.js';
import { LedgerTasks } from './ledger-tasks.js';
import { OpenLedgers } from './open-ledgers.js';
import { requireOffice } from './tasks/task.policy.js';

/** What goes with the issue of a ledger. */
export interface Issuing {
  issuedOn?: Day | null;
  sourceDocument?: string;
  sourceNumber?: string;
  /** Why drafts with open questions stay behind; without it they stop the issue. */
  leaveOutReason?: string;
}

/** 印发与办结归档 of a whole ledger. */
@Injectable()
export class IssueLedgerService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledgers: LedgerStore,
    private readonly finding: OpenLedgers,
    private readonly tasks: LedgerTasks,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Issues every registered task of a ledger (id or code): ASSIGNED, each part waiting for signature. A second issue takes
   * the tasks registered since. Refuses while drafts are left unless told why they stay behind.
   */
  async issue(idOrCode: string, issuing: Issuing, version?: number): Promise<LedgerFacts> {
    return this.unitOfWork.run(async () => {
      requireOffice(currentActor(), '印发台账');
      const ledger = await this.finding.open(idOrCode, '印发');
      if (version !== undefined && ledger.version !== version) throw staleVersion('ledger', ledger, version);
      const issuedOn = issueDay(ledger, issuing);
      const leftOut = await this.leftOut(ledger.id, issuing);
      // The first issue counts from the date on the document, a supplement from the day it is made.
      const assignedOn = ledger.state === 'DRAFT' ? issuedOn : this.clock.today();
      const issued = await this.tasks.issue(ledger.id, issuedOn, assignedOn);
      if (issued === 0) throw nothingToIssue();
      const changes = issuedChanges(ledger, issuing, issuedOn);
      await this.ledgers.update(ledger, changes);
      const seal = await this.tasks.seal(ledger.id);
      this.record('ledger.issue', ledger, { ...changes, issued, ...leftOut, ...seal });
      return { ...ledger, ...changes, version: ledger.version + 1 };
    });
  }

  /** Closes the year: every task is over, the closed ones go into the archive. Refuses while tasks are open. */
  async close(idOrCode: string, version?: number): Promise<LedgerFacts> {
    return this.unitOfWork.run(async () => {
      requireOffice(currentActor(), '办结归档');
      const ledger = await this.finding.find(idOrCode);
      if (version !== undefined && ledger.version !== version) throw staleVersion('ledger', ledger, version);
      if (ledger.state !== 'ISSUED') throw ledgerStateWrong(ledger.code, '办结归档', ledger.state);
      const open = await this.tasks.open(ledger.id);
      if (open.length > 0) throw tasksOpen(open);
      const archived = await this.tasks.archive(ledger.id, this.clock.today());
      await this.ledgers.update(ledger, { state: 'CLOSED' });
      this.record('ledger.close', ledger, { state: 'CLOSED', archived });
      return { ...ledger, state: 'CLOSED', version: ledger.version + 1 };
    });
  }

  private async leftOut(ledgerId: string, issuing: Issuing): Promise<{ leftOut: string[]; reason: string }> {
    const drafts = await this.tasks.drafts(ledgerId);
    const reason = issuing.leaveOutReason?.trim() ?? '';
    if (drafts.length > 0 && reason === '') throw draftsLeft(drafts);
    return { leftOut: drafts, reason };
  }

  private record(operation: string, ledger: LedgerFacts, after: object): void {
    const { state, issuedOn } = ledger;
    this.audit.record({
      operation,
      objectKind: 'ledger',
      objectId: ledger.id,
      before: { state, issuedOn },
      after,
    });
  }
}

function issuedChanges(ledger: LedgerFacts, issuing: Issuing, issuedOn: Day) {
  return {
    state: 'ISSUED' as const,
    issuedOn,
    sourceDocument: issuing.sourceDocument ?? ledger.sourceDocument,
    sourceNumber: issuing.sourceNumber ?? ledger.sourceNumber,
  };
}

/** Relative deadlines were reckoned from the day known at import; another day would falsify them silently. */
function issueDay(ledger: LedgerFacts, issuing: Issuing): Day {
  const given = issuing.issuedOn ?? null;
  const day = given ?? ledger.issuedOn;
  if (day === null) throw issueDateMissing();
  if (ledger.issuedOn !== null && ledger.issuedOn !== day) throw issueDateDiffers(ledger.issuedOn, day);
  return day;
}
