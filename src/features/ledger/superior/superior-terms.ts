import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import { Clock } from '../../../platform/clock/clock.js';
import { BreakdownDesk } from './breakdown-desk.js';
import { BreakdownStore } from './breakdown.store.js';
import type { TaskBonds } from './task-bonds.js';

const OWED: ReadonlySet<string> = new Set(['PENDING', 'ACCEPTED', 'ASSIGNED']);

/** What handing down binds both offices to: below the wording and the deadline are the superior's, above what was given stays whole. */
@Injectable()
export class SuperiorTerms {
  constructor(
    private readonly store: BreakdownStore,
    private readonly desk: BreakdownDesk,
    private readonly clock: Clock,
  ) {}

  /** The deadline of the office above, which one's own may not pass; null where the task came from nobody, or it set none. */
  async notAfter(taskId: string): Promise<Day | null> {
    return (await this.store.ofReceived(taskId))?.dueOn ?? null;
  }

  /** What binds a task to the offices above and below. */
  async bondsOf(taskId: string): Promise<TaskBonds> {
    const from = await this.store.ofReceived(taskId);
    const given = await this.store.ofSource(taskId);
    return {
      office: from?.office ?? null,
      isReleased: (from?.releasedOn ?? null) !== null,
      isGiven: given.some(({ state }) => OWED.has(state)),
    };
  }

  /** Tells the receivers of a task its new deadline. */
  async moveDeadline(taskId: string, dueOn: Day): Promise<void> {
    for (const row of await this.store.ofSource(taskId)) {
      if (OWED.has(row.state)) await this.desk.save(row, { dueOn }, 'ledger.breakdown.move-deadline');
    }
  }

  /** The task was cancelled: what nobody has taken on is withdrawn, what was taken on the receiver may end. */
  async release(taskId: string, reason: string): Promise<void> {
    const releasedOn = this.clock.today();
    for (const row of await this.store.ofSource(taskId)) {
      if (!OWED.has(row.state)) continue;
      if (row.state === 'PENDING')
        await this.desk.act(row, 'WITHDRAW', 'ledger.breakdown.withdraw', { reason });
      else await this.desk.save(row, { releasedOn, reason }, 'ledger.breakdown.release');
    }
  }
}
