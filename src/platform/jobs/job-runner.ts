import type { Day } from '../../domain/calendar/day.js';
import { isOutcomeUnknown } from '../database/database-refusals.js';
import type { Database } from '../database/database.js';
import { unhurried } from '../database/haste.js';
import { seeingAll } from '../database/sight.js';
import type { DueSlot, Ended, Job, JobRun } from './job.js';
import { pendingSlots, type Held } from './pending-slots.js';
import { LeaseLostError, type Claim } from './claim.js';
import type { RunLedger } from './run-ledger.js';

/** What one look at a job's slots did. */
export interface Worked {
  done: string[];
  failed: { slot: string; error: string }[];
  /** Slots that another process works. */
  taken: string[];
  /** Scopes with too many missed slots, which wait for an operator. */
  held: Held[];
}

/** Claims and works slots; the only caller of `Job.run`. */
export class JobRunner {
  private stopping = false;

  constructor(
    private readonly db: Database,
    private readonly ledger: RunLedger,
  ) {}

  /** Works every due and not yet done slot of a job, oldest first; stops a scope at its first failure. */
  workDue(job: Job, today: Day, madeUpLimit: number): Promise<Worked> {
    return seeingAll('JOB', () => this.workPending(job, today, madeUpLimit));
  }

  private async workPending(job: Job, today: Day, madeUpLimit: number): Promise<Worked> {
    const due = await job.slotsDue(today);
    if (due.length === 0) return { done: [], failed: [], taken: [], held: [] };
    const plan = pendingSlots(due, await this.ledger.settled(job.name), job.catchUp, madeUpLimit);
    await this.collapse(job.name, plan.collapsed);
    const worked: Worked = { done: [], failed: [], taken: [], held: plan.held };
    const stopped = new Set<string>();
    for (const slot of plan.run) {
      if (stopped.has(slot.scope) || this.stopping) continue;
      if (!(await this.mayBegin(job, slot.slot))) {
        stopped.add(slot.scope);
        continue;
      }
      const outcome = await this.attempt(job, slot, slot.dueOn < today);
      if (outcome === 'done') worked.done.push(await this.settled(job, slot.slot));
      else stopped.add(slot.scope);
      if (outcome === 'taken') worked.taken.push(slot.slot);
      if (typeof outcome === 'object') worked.failed.push(outcome);
    }
    return worked;
  }

  /** Whether all that must come before a slot is done; a job's own place in the list says nothing of other processes. */
  private async mayBegin(job: Job, slot: string): Promise<boolean> {
    for (const name of job.follows ?? []) if (!(await this.ledger.isDone(name, slot))) return false;
    return true;
  }

  /** Begins no unit any more: a run that is under way ends before its next one and is free for any process to go on. */
  stop(): void {
    this.stopping = true;
  }

  /** Works one slot now, in the caller's name; false when it was done already or another process has it. */
  workSlot(job: Job, slot: string, madeUp: boolean): Promise<boolean> {
    return this.work(job, slot, madeUp, []);
  }

  /** `above`: the claims of the runs that this slot is a part of, outermost first. */
  private async work(job: Job, slot: string, madeUp: boolean, above: readonly Claim[]): Promise<boolean> {
    const claim = await this.ledger.claim(job.name, slot, madeUp);
    if (!claim) return false;
    try {
      await unhurried(() => seeingAll('JOB', () => this.perform(job, claim, above)));
    } catch (error) {
      // The last COMMIT got no answer: what the table says is what happened.
      if (isOutcomeUnknown(error) && (await this.ledger.isDoneBy(claim))) return true;
      await this.letGo(claim, error);
      throw error;
    }
    return true;
  }

  /** A run that stops, or whose whole was taken over, gives its slot back; a lost lease is not ours to mark any more. */
  private async letGo(claim: Claim, error: unknown): Promise<void> {
    const isLost = error instanceof LeaseLostError;
    if (isLost && error.claim === claim) return;
    if (isLost || error instanceof StoppingError) await this.ledger.release(claim);
    else await this.ledger.failed(claim, messageOf(error));
  }

  /** Whoever has taken a part over ends it; the run it belongs to goes on and will see it done. */
  private async part(job: Job, slot: string, whole: Claim, above: readonly Claim[]): Promise<boolean> {
    try {
      return await this.work(job, slot, whole.madeUp, [...above, whole]);
    } catch (error) {
      const { claim } = error instanceof LeaseLostError ? error : { claim: null };
      if (claim?.job === job.name && claim.slot === slot) return true;
      throw error;
    }
  }

  private async attempt(
    job: Job,
    due: DueSlot,
    madeUp: boolean,
  ): Promise<'done' | 'taken' | { slot: string; error: string }> {
    try {
      return (await this.workSlot(job, due.slot, madeUp)) ? 'done' : 'taken';
    } catch (error) {
      if (error instanceof StoppingError) return 'taken';
      return { slot: due.slot, error: messageOf(error) };
    }
  }

  /** What failed before and is not due any more would stand there as failed for ever. */
  private async settled(job: Job, slot: string): Promise<string> {
    if (job.catchUp === 'latest' && !this.stopping) {
      await this.db.unitOfWork.run(() => this.ledger.makeGood(job.name, slot));
    }
    return slot;
  }

  private async perform(job: Job, claim: Claim, above: readonly Claim[]): Promise<void> {
    let cursor = claim.cursor;
    let finished = false;
    const renew = async (): Promise<void> => {
      for (const held of [...above, claim]) await this.ledger.renew(held);
    };
    const run: JobRun = {
      slot: claim.slot,
      madeUp: claim.madeUp,
      get cursor() {
        return cursor;
      },
      // The cursor moves once the unit is on disk; a unit that is done again begins where the first try began.
      step: async (deed) => {
        const come = await this.unit(async () => {
          await renew();
          const next = await deed();
          await this.keep(claim, next);
          return next;
        });
        if (typeof come === 'string') cursor = come;
        else finished = true;
      },
      finish: (deed) => run.step(async () => ({ result: await deed() })),
      part: (other, slot) => this.part(other, slot, claim, above),
    };
    await job.run(run);
    if (!finished) await run.finish(() => Promise.resolve({}));
  }

  private keep(claim: Claim, next: string | Ended): Promise<void> {
    return typeof next === 'string' ? this.ledger.advance(claim, next) : this.ledger.done(claim, next.result);
  }

  private unit<T>(deed: () => Promise<T>): Promise<T> {
    if (this.stopping) return Promise.reject(new StoppingError());
    return this.db.unitOfWork.run(deed);
  }

  private async collapse(job: string, collapsed: { slot: string; into: string }[]): Promise<void> {
    if (collapsed.length === 0) return;
    await this.db.unitOfWork.run(async () => {
      for (const { slot, into } of collapsed) await this.ledger.collapse(job, slot, into);
    });
  }
}

/** Ends a run between two units because the process stops; not a failure of the slot. */
class StoppingError extends Error {}

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
