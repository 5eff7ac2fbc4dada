import 'reflect-metadata';
import { FREEZE_JOB, monthSlot } from '../src/platform/jobs/slot-names.js';
import { Database } from '../src/platform/database/database.js';
import { JobRegistry } from '../src/platform/jobs/job-registry.js';
import { JobRunner } from '../src/platform/jobs/job-runner.js';
import { Outbox } from '../src/platform/jobs/outbox.js';
import { answer, spentOn } from './child.js';
import { MONTH } from './month.js';
import { openProduct } from './product.js';

/** What the child answers. */
export interface MonthlyJob {
  seconds: number;
  cpu: number;
  flags: number;
  reminders: number;
  digests: number;
}

// Child: the monthly job of one ledger from the claim of its slot to the digests. Words: id of the ledger, `run` or
// `start` (starts and ends the same process without the job, to be taken off).
const [ledgerId = '', what = 'run'] = process.argv.slice(2);
const app = await openProduct();
const runner = app.get(JobRunner);
const registry = app.get(JobRegistry);
const outbox = app.get(Outbox);
const db = app.get(Database);

const spent = await spentOn(async () => {
  if (what !== 'run') return;
  await runner.workSlot(registry.job(FREEZE_JOB), monthSlot(ledgerId, MONTH), true);
  while ((await outbox.workDue()) > 0);
});
const figures: MonthlyJob = {
  ...spent,
  flags: await count('overdue_flag'),
  reminders: await count('reminder'),
  digests: await count('digest'),
};
await app.close();
answer(figures);

async function count(table: string): Promise<number> {
  const [row] = await db.read<{ n: number }>(`SELECT CAST(COUNT(*) AS integer) AS n FROM ${table}`);
  return row?.n ?? 0;
}
