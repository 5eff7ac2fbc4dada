import { FREEZE_JOB, monthSlot } from '../src/platform/jobs/slot-names.js';
import type { Database } from '../src/platform/database/database.js';
import type { JobRegistry } from '../src/platform/jobs/job-registry.js';
import type { JobRunner } from '../src/platform/jobs/job-runner.js';
import type { Outbox } from '../src/platform/jobs/outbox.js';
import { answer, spentOn } from './child.js';
import { MONTH } from './month.js';
import { openProduct, part } from './product.js';

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
const runner = await part<JobRunner>(app, 'platform/jobs/job-runner.js', 'JobRunner');
const registry = await part<JobRegistry>(app, 'platform/jobs/job-registry.js', 'JobRegistry');
const outbox = await part<Outbox>(app, 'platform/jobs/outbox.js', 'Outbox');
const db = await part<Database>(app, 'platform/database/database.js', 'Database');

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
