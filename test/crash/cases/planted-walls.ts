import type { Bench, CrashCase } from '../case.js';
import { checkDigests } from '../check-digests.js';
import { checkFlags, checkRemindersOnce } from '../check-reminders.js';
import { checkMonth } from '../checker.js';
import { MONTH_POINTS, pausingAfterBatch, plantFailpoints } from '../failpoints.js';
import { isClean, together, type Findings } from '../findings.js';
import { answerOf, AS_OF, firstOfDecember, MONTH, MONTH_COMMAND } from '../kill-trials.js';
import type { Template } from '../make-data.js';
import { resume, standing } from '../pause.js';
import type { Ended, Program } from '../program.js';
import { isIdle, shiftTo, startService } from '../service.js';
import { openTables, until } from '../tables.js';

const RUN_LEDGER = 'platform/jobs/run-ledger.js';
const FENCE = 'this.onRefused();\n        throw new LeaseLostError(claim);';
const REMINDER_STORE = 'features/dispatch/reminder/reminder.store.js';
const READS_ISSUED = 'async issuedAbout(taskIds) {\n        if (taskIds.length === 0)';
const UNIT_OF_WORK = 'platform/database/unit-of-work.js';
const QUEUE = 'this.isSqlite ? this.queued(deed) : this.places.runExclusive(() => this.persist(deed))';

interface Scene {
  program: Program;
  template: Template;
  data: string;
}

/** November and December, one after the other: what is overdue in both is met twice. */
async function runTwoMonths({ program, template, data }: Scene): Promise<void> {
  for (const [month, wall] of [
    [MONTH, '2023-12-01T09:00'],
    ['2023-12', '2024-01-02T09:00'],
  ] as const) {
    const words = ['--json', 'dispatch', 'run', '--month', month, '--ledger', template.ledgerId];
    answerOf(await program.start('cli.js', words, { data, shiftMs: shiftTo(wall) }).ended);
  }
}

/** Pauses a run beyond its lease, lets another finish, and lets the first go on. */
async function wakeZombie({ program, data }: Scene): Promise<Ended> {
  const settings = { DIAODU_FREEZE_BATCH: '10', DIAODU_LEASE_MS: '1000' };
  const place = { data, shiftMs: firstOfDecember(), settings };
  plantFailpoints(program, MONTH_POINTS);
  const zombie = program.start('cli.js', MONTH_COMMAND, pausingAfterBatch(place, 2));
  await standing(zombie);
  answerOf(await program.start('cli.js', MONTH_COMMAND, place).ended);
  resume(zombie);
  return zombie.ended;
}

/** The due day in one process: freeze, chase and digests at the same time. Gives how it ended by itself, or null. */
async function serveDueDay({ program, data }: Scene): Promise<Ended | null> {
  const service = startService(program, { data, shiftMs: shiftTo('2023-12-01T09:00') });
  const end: { ended: Ended | null } = { ended: null };
  void service.ended.then((ended) => (end.ended = ended));
  await until('the due day to be worked off', () => end.ended !== null || isIdle(data, 1), 40_000).catch(() => null); // prettier-ignore
  const { ended } = end;
  service.child.kill('SIGKILL');
  await service.ended;
  return ended;
}

/** Makes a table anew without its keys; only an index on the id stays, for the foreign keys that point there. */
function takeKeysFrom(data: string, table: string): void {
  const db = openTables(data, false);
  db.pragma('foreign_keys = OFF');
  db.exec(
    `CREATE TABLE planted AS SELECT * FROM ${table}; DROP TABLE ${table}; ALTER TABLE planted RENAME TO ${table}`,
  );
  const columns = db.pragma(`table_info(${table})`) as { name: string }[];
  if (columns.some(({ name }) => name === 'id')) db.exec(`CREATE UNIQUE INDEX ${table}_id ON ${table} (id)`);
  db.close();
}

async function scenes(bench: Bench): Promise<[Scene, Scene]> {
  const template = await bench.template(600);
  const scene = () => ({ program: bench.program(), template, data: template.copy() });
  return [scene(), scene()];
}

/** B3: the same drivers with the wall in place, and without it. */
export const keyTaken: CrashCase = {
  id: 'B3',
  what: 'planted: no unique key of flags, and of reminders with a run that does not see what was issued',
  async run(bench) {
    const { verdict } = bench;
    const [calm, planted] = await scenes(bench);
    const flags = ({ data, template }: Scene) => checkFlags(data, template.ledgerId, [AS_OF, '2023-12-31']);
    for (const { program } of [calm, planted])
      program.patch(REMINDER_STORE, READS_ISSUED, READS_ISSUED.replace('taskIds.length === 0', 'true'));
    await runTwoMonths(calm);
    verdict.add(flags(calm));
    verdict.same('reminders doubled with the key', checkRemindersOnce(calm.data).doubled, []);
    takeKeysFrom(planted.data, 'overdue_flag');
    takeKeysFrom(planted.data, 'reminder');
    await runTwoMonths(planted);
    const [flagged, reminded] = [flags(planted).doubled.length, checkRemindersOnce(planted.data).doubled.length]; // prettier-ignore
    verdict.same('flags doubled without it', flagged, planted.template.overdue);
    verdict.holds(`reminders doubled without it (${reminded})`, reminded > planted.template.overdue);
    return { trials: 2, saw: `caught: ${flagged} flags and ${reminded} reminders doubled` };
  },
};

/** B4. The key of the snapshot is a second wall behind the fence; it is out in both runs, so that the fence stands alone. */
export const fenceTaken: CrashCase = {
  id: 'B4',
  what: 'planted: no fencing check',
  async run(bench) {
    const { verdict } = bench;
    const [calm, planted] = await scenes(bench);
    const month = ({ data, template }: Scene): Findings => checkMonth(data, template.ledgerId, MONTH, AS_OF);
    takeKeysFrom(calm.data, 'task_snapshot');
    verdict.holds('the fence refuses', (await wakeZombie(calm)).stderr.includes('lost (fence 1)'));
    verdict.add(month(calm));
    takeKeysFrom(planted.data, 'task_snapshot');
    planted.program.patch(RUN_LEDGER, FENCE, '');
    verdict.holds('nobody refuses', !(await wakeZombie(planted)).stderr.includes('lost (fence 1)'));
    const { doubled } = month(planted);
    verdict.holds('rows are doubled', doubled.length > 0);
    return { trials: 2, saw: `caught: ${doubled.length} rows and deeds doubled` };
  },
};

/** B11. */
export const queueTaken: CrashCase = {
  id: 'B11',
  what: 'planted: no writer queue',
  async run(bench) {
    const { verdict } = bench;
    const [calm, planted] = await scenes(bench);
    verdict.same('with the queue it ends by itself', await serveDueDay(calm), null);
    verdict.add(
      together([checkMonth(calm.data, calm.template.ledgerId, MONTH, AS_OF, '2023-12-01'), checkDigests(calm.data)]),
    ); // prettier-ignore
    planted.program.patch(UNIT_OF_WORK, QUEUE, 'this.transact(deed)');
    const ended = await serveDueDay(planted);
    verdict.same('without it the process stops itself with', ended?.code, 70);
    return { trials: 2, saw: 'caught: the process stops itself with 70, a transaction was left open' };
  },
};

/** True when a checker has something to say. */
export function isCaught(found: Findings): boolean {
  return !isClean(found);
}
