import { Injectable } from '@nestjs/common';
import { dispatchRoundLifecycle } from '../../../domain/task/dispatch-round-lifecycle.js';
import { nextState } from '../../../domain/task/lifecycle.js';
import type { Day } from '../../../domain/calendar/day.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { JobRun } from '../../../platform/jobs/job.js';
import type { LedgerFacts } from '../../ledger/ledger.reader.js';
import type { FreezeProgress } from './freeze-progress.js';
import { FreezeRegisters } from './freeze-registers.js';
import { FreezeWriter } from './freeze-writer.js';
import { RoundService } from '../round.service.js';

/** The last unit of a freeze: the round is frozen, digests are asked for, corrections are assigned to this month. */
@Injectable()
export class FreezeClosing {
  constructor(
    private readonly rounds: RoundService,
    private readonly writer: FreezeWriter,
    private readonly registers: FreezeRegisters,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** Gives the slot's result. `asOf` is the day the month is judged as of. */
  async close(
    ledger: LedgerFacts,
    asOf: Day,
    roundId: string,
    run: JobRun,
    progress: FreezeProgress,
  ): Promise<object> {
    const round = await this.rounds.one(roundId);
    const found = await this.registers.freeze(ledger, round.month, asOf, roundId, progress.hash);
    const state = nextState(dispatchRoundLifecycle, round.state as 'OPEN', 'FREEZE');
    await this.rounds.change(round, {
      state,
      madeUp: run.madeUp ? 1 : 0,
      frozenAt: this.clock.now(),
      snapshotSha256: found.hash,
      totals: JSON.stringify(progress.totals),
      registerFigures: JSON.stringify(found.figures),
    });
    const corrections = await this.writer.showCorrections(ledger.id, round.month);
    await this.writer.askForDigests(run.slot);
    const { totals, reminders } = progress;
    const { hash } = found;
    const flags = {
      raised: progress.flags.raised + found.flags.raised,
      cleared: progress.flags.cleared + found.flags.cleared,
    };
    this.audit.record({
      operation: 'dispatch.freeze',
      objectKind: 'dispatch_round',
      objectId: roundId,
      before: { state: round.state },
      after: {
        state,
        month: round.month,
        snapshotSha256: hash,
        totals,
        flags,
        reminders,
        registers: found.rows.length,
        corrections,
        madeUp: run.madeUp,
      },
    });
    return { snapshotSha256: hash, totals, flags, reminders, corrections };
  }
}
