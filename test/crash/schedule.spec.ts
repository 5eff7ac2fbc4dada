import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkDigests } from './check-digests.js';
import { checkFlags, checkRemindersOnce } from './check-reminders.js';
import { checkFile, checkMonth } from './checker.js';
import { noFindings, summaryOf, together } from './findings.js';
import { answerOf, AS_OF, MONTH } from './kill-trials.js';
import { makeTemplate, type Template } from './make-data.js';
import { copyProgram, type Place, type Program } from './program.js';
import { seededRandom } from './seeded-random.js';
import { serveUntilIdle, serveUntilSaid, shiftTo, startService, stopService } from './service.js';
import { ask, fingerprint } from './tables.js';

const MONTH_ENDS = ['2023-11-30', '2023-12-31', '2024-01-31', '2024-02-29'];
const CLEAN = summaryOf(noFindings());

/** Wall clocks are shifted in the process itself by the preload shift-clock.mjs; the timers stay real. */
describe('the schedule of a service', () => {
  let program: Program;
  let template: Template;

  beforeAll(async () => {
    program = copyProgram();
    template = await makeTemplate(600);
  }, 60_000);
  afterAll(() => {
    program.remove();
    template.remove();
  });

  const at = (wall: string, data: string): Place => ({ data, shiftMs: shiftTo(wall) });
  const freezes = (data: string) =>
    ask<{ slot: string; made_up: number }>(
      data,
      `SELECT SUBSTR(slot, -7) AS slot, made_up FROM schedule_run WHERE job = 'dispatch.freeze' ORDER BY finished_at`,
    );

  it('runs the month on its due day with digests and mails, each once, also when killed twelve times on the way', async () => {
    const data = template.copy();
    const random = seededRandom(12);
    for (let kill = 0; kill < 12; kill++) {
      const service = startService(program, at('2023-12-01T09:00', data));
      const timer = setTimeout(() => service.child.kill('SIGKILL'), 700 + random() * 1_500);
      await service.ended;
      clearTimeout(timer);
    }
    await serveUntilIdle(program, at('2023-12-01T09:30', data), 1);
    // The service also chases on that Friday, so one more day of overdue counts.
    expect(summaryOf(checkMonth(data, template.ledgerId, MONTH, AS_OF, '2023-12-01'))).toBe(CLEAN);
    expect(summaryOf(checkDigests(data))).toBe(CLEAN);
    expect(freezes(data)).toEqual([{ slot: MONTH, made_up: 0 }]);
  }, 180_000);

  it('makes three missed months up, oldest first and marked 补跑, and sends nothing into the past', async () => {
    const data = template.copy();
    await serveUntilIdle(program, at('2023-12-01T09:00', data), 1);
    // Down until Monday 2024-03-04: the freezes of December, January and February are missed.
    await serveUntilIdle(program, at('2024-03-04T09:00', data), 4);
    expect(freezes(data)).toEqual([
      { slot: MONTH, made_up: 0 },
      { slot: '2023-12', made_up: 1 },
      { slot: '2024-01', made_up: 1 },
      { slot: '2024-02', made_up: 1 },
    ]);
    expect(ask(data, 'SELECT month FROM dispatch_round WHERE made_up = 1 ORDER BY month')).toEqual([
      { month: '2023-12' },
      { month: '2024-01' },
      { month: '2024-02' },
    ]);
    expect(
      summaryOf(
        together([
          checkFile(data),
          checkDigests(data),
          checkFlags(data, template.ledgerId, MONTH_ENDS),
          checkRemindersOnce(data),
        ]),
      ),
    ).toBe(CLEAN);
    // What the return has issued, the made-up months as well, goes out on the day of the return.
    const sent = ask(
      data,
      'SELECT DISTINCT send_on FROM reminder WHERE slot NOT IN (?, ?)',
      `${template.ledgerId}/${MONTH}`,
      `${template.ledgerId}/2023-12-01`,
    );
    expect(sent).toEqual([{ send_on: '2024-03-04' }]);
    const days = ask<{ day: string; n: number }>(
      data,
      'SELECT day, MAX(n) AS n FROM (SELECT day, COUNT(*) AS n FROM digest GROUP BY day, department_id, recipient) GROUP BY day',
    );
    expect(days).toEqual([
      { day: '2023-12-01', n: 1 },
      { day: '2024-03-04', n: 1 },
    ]);
  }, 180_000);

  it('waits for an operator when more than three months are missed; he begins with the oldest', async () => {
    const data = template.copy();
    await serveUntilIdle(program, at('2023-12-01T09:00', data), 1);
    await serveUntilSaid(program, at('2024-04-01T09:00', data), 'dispatch.freeze 漏办超过 3 期');
    expect(freezes(data)).toEqual([{ slot: MONTH, made_up: 0 }]);
    const byHand = await program.start(
      'cli.js',
      ['--json', 'dispatch', 'run', '--month', '2023-12', '--ledger', template.ledgerId],
      at('2024-04-01T10:00', data),
    ).ended;
    expect(answerOf(byHand).alreadyDone).toBe(false);
    await serveUntilIdle(program, at('2024-04-01T10:05', data), 5);
    expect(freezes(data).map(({ slot }) => slot)).toEqual([
      MONTH,
      '2023-12',
      '2024-01',
      '2024-02',
      '2024-03',
    ]);
  }, 180_000);

  it('does nothing while the clock is a day behind, and goes on when it is right again', async () => {
    const data = template.copy();
    await serveUntilIdle(program, at('2023-12-01T09:00', data), 1);
    const before = fingerprint(data);
    await serveUntilSaid(program, at('2023-11-30T09:00', data), 'CLOCK_WENT_BACK');
    expect(fingerprint(data)).toEqual(before);
    await serveUntilIdle(program, at('2023-12-01T10:00', data), 1);
    expect(fingerprint(data)).toEqual(before);
  }, 180_000);

  it('doubles nothing when the clock is a day ahead', async () => {
    const data = template.copy();
    await serveUntilIdle(program, at('2023-11-30T09:00', data), 0);
    expect(freezes(data)).toEqual([]);
    await serveUntilIdle(program, at('2023-12-01T09:00', data), 1);
    // Saturday 2 December: no chase on a day off, and the month is frozen already.
    const before = fingerprint(data);
    const service = startService(program, at('2023-12-02T09:00', data));
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    await stopService(service);
    expect(fingerprint(data)).toEqual(before);
    expect(summaryOf(checkDigests(data))).toBe(CLEAN);
  }, 180_000);

  it('freezes the same month with the same hash whatever the zone of the process is', async () => {
    // Half past midnight in the office: still the 30th in UTC and in New York.
    const zones = ['UTC', 'Asia/Shanghai', 'America/New_York'];
    const hashes: string[] = [];
    for (const zone of zones) {
      const data = template.copy();
      const words = ['--json', 'dispatch', 'run', '--month', MONTH];
      const ended = await program.start('cli.js', words, { ...at('2023-12-01T00:30', data), zone }).ended;
      hashes.push(answerOf(ended).snapshotSha256);
      expect(summaryOf(checkMonth(data, template.ledgerId, MONTH, AS_OF))).toBe(CLEAN);
    }
    expect(new Set(hashes).size).toBe(1);
  }, 120_000);
});
