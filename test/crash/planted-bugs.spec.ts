import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { checkDigests } from './check-digests.js';
import { checkFlags, checkRemindersOnce } from './check-reminders.js';
import { checkMonth } from './checker.js';
import { isClean, together, type Findings } from './findings.js';
import { answerOf, AS_OF, firstOfDecember, MONTH } from './kill-trials.js';
import { makeTemplate, type Template } from './make-data.js';
import { pauseBetweenUnits, resume } from './pause.js';
import { copyProgram, type Ended, type Program } from './program.js';
import { isIdle, shiftTo, startService } from './service.js';
import { openTables, until } from './tables.js';

const RUN_LEDGER = 'platform/jobs/run-ledger.js';
const FENCE = 'if (affected !== 1)\n            throw new LeaseLostError(claim);';
const REMINDER_STORE = 'features/dispatch/reminder.store.js';
const READS_ISSUED = 'async issuedAbout(taskIds) {\n        if (taskIds.length === 0)';
const UNIT_OF_WORK = 'platform/database/unit-of-work.js';
const QUEUE = 'this.isSqlite ? this.queued(() => this.transact(deed)) : this.transact(deed)';

/**
 * A test that has never failed proves nothing: each wall is taken out of a copy of the built program or of the database,
 * and the same drivers and checks that pass elsewhere in this folder must then find something. Every case is first run
 * with the wall in place and found clean. Seen on 2026-11-23 with 600 tasks, 200 of them overdue: without the key of
 * flags 200 flags doubled; without the key of reminders 555 reminders doubled; without the fence 1,239 findings of
 * doubled rows and deeds; without the writer queue the process ended itself with 70 (transaction left open).
 */
describe('with a wall taken out', () => {
  let program: Program;
  let template: Template;
  let data: string;

  beforeAll(async () => {
    template = await makeTemplate(600);
  }, 60_000);
  beforeEach(() => {
    program = copyProgram();
    data = template.copy();
  });
  afterEach(() => program.remove());
  afterAll(() => template.remove());

  /** November and December, one after the other: what is overdue in both is met twice. */
  async function runTwoMonths(): Promise<void> {
    for (const [month, wall] of [
      [MONTH, '2023-12-01T09:00'],
      ['2023-12', '2024-01-02T09:00'],
    ] as const) {
      const words = ['--json', 'dispatch', 'run', '--month', month, '--ledger', template.ledgerId];
      answerOf(await program.start('cli.js', words, { data, shiftMs: shiftTo(wall) }).ended);
    }
  }

  const flags = (): Findings => checkFlags(data, template.ledgerId, [AS_OF, '2023-12-31']);

  it('the unique key of flags: the second month raises them again', async () => {
    await runTwoMonths();
    expect(isClean(flags())).toBe(true);
    data = template.copy();
    takeKeysFrom(data, 'overdue_flag');
    await runTwoMonths();
    expect(flags().doubled).toHaveLength(template.overdue);
  }, 120_000);

  it('the unique key of reminders: nothing else stops a run that does not see what was issued', async () => {
    program.patch(REMINDER_STORE, READS_ISSUED, `${READS_ISSUED.replace('taskIds.length === 0', 'true')}`);
    await runTwoMonths();
    expect(checkRemindersOnce(data).doubled).toEqual([]);
    data = template.copy();
    takeKeysFrom(data, 'reminder');
    await runTwoMonths();
    expect(checkRemindersOnce(data).doubled.length).toBeGreaterThan(template.overdue);
  }, 120_000);

  /** Pauses a run beyond its lease, lets another finish, and lets the first go on. */
  async function wakeZombie(): Promise<Ended> {
    const settings = { DIAODU_FREEZE_BATCH: '10', DIAODU_LEASE_MS: '1000' };
    const place = { data, shiftMs: firstOfDecember(), settings };
    const words = ['--json', 'dispatch', 'run', '--month', MONTH];
    const zombie = program.start('cli.js', words, place);
    await pauseBetweenUnits(zombie, data);
    answerOf(await program.start('cli.js', words, place).ended);
    resume(zombie);
    return zombie.ended;
  }

  const month = (): Findings => checkMonth(data, template.ledgerId, MONTH, AS_OF);

  it('the fence: a process that was paused writes rows of a month that is frozen', async () => {
    // The key of the snapshot is a second wall behind the fence; it is out in both runs, so that the fence stands alone.
    takeKeysFrom(data, 'task_snapshot');
    expect((await wakeZombie()).stderr).toContain('lost (fence 1)');
    expect(isClean(month())).toBe(true);
    data = template.copy();
    takeKeysFrom(data, 'task_snapshot');
    program.patch(RUN_LEDGER, FENCE, '');
    expect((await wakeZombie()).stderr).not.toContain('lost (fence 1)');
    expect(month().doubled.length).toBeGreaterThan(0);
  }, 120_000);

  /** The due day in one process: freeze, chase and digests at the same time. Gives how it ended by itself, or null. */
  async function serveDueDay(): Promise<Ended | null> {
    const service = startService(program, { data, shiftMs: shiftTo('2023-12-01T09:00') });
    const end: { ended: Ended | null } = { ended: null };
    void service.ended.then((ended) => (end.ended = ended));
    await until('the due day to be worked off', () => end.ended !== null || isIdle(data, 1), 25_000).catch(
      () => null,
    );
    const { ended } = end;
    service.child.kill('SIGKILL');
    await service.ended;
    return ended;
  }

  const dueDay = (): Findings =>
    together([checkMonth(data, template.ledgerId, MONTH, AS_OF, '2023-12-01'), checkDigests(data)]);

  it('the writer queue: units become savepoints of each other, and the process stops itself', async () => {
    expect(await serveDueDay()).toBeNull();
    expect(isClean(dueDay())).toBe(true);
    data = template.copy();
    program.patch(UNIT_OF_WORK, QUEUE, 'this.transact(deed)');
    const ended = await serveDueDay();
    expect(ended?.code).toBe(70);
  }, 120_000);
});

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
