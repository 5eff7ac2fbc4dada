import type { Day } from '../../domain/calendar/day.js';
import type { Database } from '../database/database.js';
import type { JobRegistry } from '../jobs/job-registry.js';
import { pendingSlots } from '../jobs/pending-slots.js';
import type { RunLedger } from '../jobs/run-ledger.js';
import { MADE_UP_LIMIT } from '../jobs/scheduler.js';

/** Slots that should have been worked and were not. */
export interface SlotsFound {
  missedSlots: number;
  heldSlots: number;
}

/** Asks every job, as the scheduler does; what a process is working at this moment is not missed. */
export async function checkSlots(
  registry: JobRegistry,
  ledger: RunLedger,
  db: Database,
  { today, now }: { today: Day; now: number },
): Promise<SlotsFound> {
  const found: SlotsFound = { missedSlots: 0, heldSlots: 0 };
  for (const job of registry.jobs) {
    const due = await job.slotsDue(today);
    const plan = pendingSlots(due, await ledger.settled(job.name), job.catchUp, MADE_UP_LIMIT);
    const running = await runningSlots(db, job.name, now);
    found.missedSlots += plan.run.filter(({ slot, dueOn }) => dueOn < today && !running.has(slot)).length;
    found.heldSlots += plan.held.reduce((sum, { slots }) => sum + slots.length, 0);
  }
  return found;
}

async function runningSlots(db: Database, job: string, now: number): Promise<Set<string>> {
  const rows = await db.read<{ slot: string }>(
    `SELECT slot FROM schedule_run WHERE job = ? AND state = 'RUNNING' AND lease_until >= ?`,
    [job, now],
  );
  return new Set(rows.map(({ slot }) => slot));
}
