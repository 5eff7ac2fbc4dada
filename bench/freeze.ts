import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../src/platform/database/database.js';
import { JobRegistry } from '../src/platform/jobs/job-registry.js';
import { JobRunner } from '../src/platform/jobs/job-runner.js';
import { RunLedger } from '../src/platform/jobs/run-ledger.js';
import { FREEZE_JOB, monthSlot } from '../src/platform/jobs/slot-names.js';
import { TransportState } from '../src/platform/jobs/transport-state.js';
import { answer, spentOn } from './child.js';
import { MONTH } from './month.js';
import { openProduct } from './product.js';

/** What the child answers. */
export interface Frozen {
  seconds: number;
  cpu: number;
  flags: number;
  reminders: number;
  hash: string;
}

// Child: freezes the month of the one ledger, as the scheduler would. Words: id of the ledger.
const [ledgerId = ''] = process.argv.slice(2);
const app = await openProduct();
const slot = monthSlot(ledgerId, MONTH);
await untilRinging(app.get(TransportState));
const spent = await freeze(app);
const ledger = app.get(RunLedger);
const result = await ledger.resultOf<{
  snapshotSha256: string;
  flags: { raised: number };
  reminders: { created: number };
}>(FREEZE_JOB, slot);
if (!result) throw new Error('the month was not frozen');
await checkpoint(app);
await app.close();
answer({
  ...spent,
  flags: result.flags.raised,
  reminders: result.reminders.created,
  hash: result.snapshotSha256,
} satisfies Frozen);

async function freeze(from: INestApplicationContext) {
  const runner = from.get(JobRunner);
  const registry = from.get(JobRegistry);
  return spentOn(() => runner.workSlot(registry.job(FREEZE_JOB), slot, true));
}

/** Not measured: a process that has just started has no connection yet to ring by. */
async function untilRinging(state: TransportState): Promise<void> {
  for (let waited = 0; state.driver === 'bullmq' && !state.connected; waited += 10) {
    if (waited > 5_000) throw new Error('Redis does not answer');
    await sleep(10);
  }
}

/** Not measured: lets the next child read one plain file. */
async function checkpoint(from: INestApplicationContext): Promise<void> {
  const db = from.get(Database);
  if (!db.isPostgres) await db.read('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => undefined);
}
