import { Injectable } from '@nestjs/common';
import type { Month } from '../../domain/calendar/month.js';
import {
  dispatchRoundLifecycle,
  type DispatchRoundState,
} from '../../domain/task/dispatch-round-lifecycle.js';
import { nextState } from '../../domain/task/lifecycle.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/clock/clock.js';
import { staleVersion } from '../../platform/database/version.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CycleReader } from '../calendar/cycle.reader.js';
import { LedgerReader, type LedgerFacts } from '../ledger/ledger.reader.js';
import { ledgerNotIssued, roundNotFound } from './dispatch.errors.js';
import type { DispatchRound } from './dispatch-round.entity.js';
import { RoundStore } from './round.store.js';

/** Rounds: opened once per ledger and month, then met and published. Freezing is the freeze's own deed. */
@Injectable()
export class RoundService {
  constructor(
    private readonly store: RoundStore,
    private readonly ledgers: LedgerReader,
    private readonly cycles: CycleReader,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The round of a month, opened with its dates if there is none. Inside a unit. */
  async ensure(ledger: LedgerFacts, month: Month): Promise<DispatchRound> {
    if (ledger.issuedOn === null || ledger.state === 'DRAFT') throw ledgerNotIssued(ledger.code);
    const known = await this.store.of(ledger.id, month);
    if (known) return known;
    const { reportsDueOn, freezeOn, meetingOn, minutesDueOn, bulletinDueOn } =
      await this.cycles.cycleOf(month);
    const dates = { reportsDueOn, freezeOn, meetingOn, minutesDueOn, bulletinDueOn };
    const { round, isNew } = await this.store.open(ledger.id, month, dates);
    if (isNew) {
      const after = { ledger: ledger.code, month, ...dates };
      this.audit.record({
        operation: 'dispatch.open',
        objectKind: 'dispatch_round',
        objectId: round.id,
        after,
      });
    }
    return round;
  }

  /** One round; refuses an unknown id. */
  async one(id: string): Promise<DispatchRound> {
    const round = await this.store.one(id);
    const ledger = round && (await this.ledgers.wholeLedger(round.ledgerId));
    if (!round || !ledger) throw roundNotFound();
    return round;
  }

  /** Changes a round inside the open unit. */
  change(round: DispatchRound, changes: Partial<DispatchRound>): Promise<void> {
    return this.store.update(round, changes);
  }

  /** 会议已开: the meeting on a frozen month was held. `version` is what the caller has seen. */
  meet(id: string, version: number): Promise<DispatchRound> {
    return this.move(id, version, 'MEET', { metOn: this.clock.today() });
  }

  /** 已通报: the bulletin of a frozen month has gone out. */
  publish(id: string, version: number): Promise<DispatchRound> {
    return this.move(id, version, 'PUBLISH', { publishedOn: this.clock.today() });
  }

  private move(id: string, version: number, deed: 'MEET' | 'PUBLISH', days: Partial<DispatchRound>) {
    return this.unitOfWork.run(async () => {
      const round = await this.one(id);
      if (round.version !== version) throw staleVersion('dispatch_round', round, version);
      const state = nextState(dispatchRoundLifecycle, round.state as DispatchRoundState, deed);
      await this.store.update(round, { state, ...days });
      this.audit.record({
        operation: `dispatch.${deed.toLowerCase()}`,
        objectKind: 'dispatch_round',
        objectId: id,
        before: { state: round.state },
        after: { state, ...days },
      });
      return this.one(id);
    });
  }
}
