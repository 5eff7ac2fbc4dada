import type { Bench, CrashCase, Told } from '../case.js';
import { checkDigests } from '../check-digests.js';
import { checkFlags, checkRemindersOnce } from '../check-reminders.js';
import { checkForms } from '../check-snapshot.js';
import { checkFile } from '../checker.js';
import { answerOf, MONTH } from '../kill-trials.js';
import type { Template } from '../make-data.js';
import type { Place, Program } from '../program.js';
import { freezesOf, serveUntilIdle, serveUntilSaid, shiftTo } from '../service.js';
import { ask } from '../tables.js';

/** Days of return and the month ends that were missed until then. */
export const RETURNS = [
  { months: 1, back: '2024-01-02', missed: ['2023-12-31'] },
  { months: 2, back: '2024-02-01', missed: ['2023-12-31', '2024-01-31'] },
  { months: 3, back: '2024-03-04', missed: ['2023-12-31', '2024-01-31', '2024-02-29'] },
] as const;

export const at = (wall: string, data: string): Place => ({ data, shiftMs: shiftTo(wall) });

interface Scene {
  bench: Bench;
  program: Program;
  template: Template;
}

/** Runs November on its day, stays down, and returns: what was missed is made up, oldest first, and marked so. */
export async function comeBack(
  { bench, program, template }: Scene,
  turn: (typeof RETURNS)[number],
): Promise<void> {
  const { verdict } = bench;
  const data = template.copy();
  await serveUntilIdle(program, at('2023-12-01T09:00', data), 1);
  await serveUntilIdle(program, at(`${turn.back}T09:00`, data), 1 + turn.missed.length);
  const months = turn.missed.map((day) => day.slice(0, 7));
  verdict.same(`freezes after ${turn.months} months`, freezesOf(data), [
    { slot: MONTH, made_up: 0 },
    ...months.map((slot) => ({ slot, made_up: 1 })),
  ]);
  verdict.same('rounds marked 补跑', ask(data, 'SELECT month FROM dispatch_round WHERE made_up = 1 ORDER BY month'), months.map((month) => ({ month }))); // prettier-ignore
  verdict.add(checkFile(data));
  verdict.add(checkForms(data));
  verdict.add(checkDigests(data));
  verdict.add(checkFlags(data, template.ledgerId, ['2023-11-30', ...turn.missed]));
  verdict.add(checkRemindersOnce(data));
  // What the return has issued, the made-up months as well, goes out on the day of the return.
  const slots = [`${template.ledgerId}/${MONTH}`, `${template.ledgerId}/2023-12-01`];
  verdict.same('days of sending', ask(data, 'SELECT DISTINCT send_on FROM reminder WHERE slot NOT IN (?, ?)', ...slots), [{ send_on: turn.back }]); // prettier-ignore
  const days = ask(data, 'SELECT day, MAX(n) AS n FROM (SELECT day, COUNT(*) AS n FROM digest GROUP BY day, department_id, recipient) GROUP BY day'); // prettier-ignore
  verdict.same('digests a day and person', days, [
    { day: '2023-12-01', n: 1 },
    { day: turn.back, n: 1 },
  ]);
}

/** More than three months wait for an operator; he begins with the oldest, and what is no more than three follows. */
async function waitForOperator({ bench: { verdict }, program, template }: Scene, back: string, last: string) {
  const data = template.copy();
  await serveUntilIdle(program, at('2023-12-01T09:00', data), 1);
  await serveUntilSaid(program, at(`${back}T09:00`, data), 'dispatch.freeze 漏办超过 3 期');
  verdict.same('freezes before the operator', freezesOf(data), [{ slot: MONTH, made_up: 0 }]);
  const wanted = [MONTH];
  const held = monthsBetween('2023-12', last);
  for (const month of held.slice(0, -3)) {
    const words = ['--json', 'dispatch', 'run', '--month', month, '--ledger', template.ledgerId];
    const byHand = await program.start('cli.js', words, at(`${back}T10:00`, data)).ended;
    verdict.same(`${month} run by hand`, answerOf(byHand).alreadyDone, false);
  }
  await serveUntilIdle(program, at(`${back}T10:05`, data), 1 + held.length);
  verdict.same('freezes', freezesOf(data).map(({ slot }) => slot), [...wanted, ...held]); // prettier-ignore
  verdict.add(checkFile(data));
  verdict.add(checkForms(data));
  verdict.add(checkRemindersOnce(data));
}

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let [year = 0, month = 0] = first.split('-').map(Number); ; month++) {
    if (month > 12) [year, month] = [year + 1, 1];
    months.push(`${year}-${String(month).padStart(2, '0')}`);
    if (months.at(-1) === last) return months;
  }
}

/** C14. */
export const downtime: CrashCase = {
  id: 'C14',
  what: 'down for 1, 2, 3, 4 and 13 months, then started',
  async run(bench: Bench): Promise<Told> {
    const scene = { bench, program: bench.program(), template: await bench.template(600) };
    const rounds = bench.times(1, 4);
    for (let round = 0; round < rounds; round++) {
      for (const turn of bench.set === 'quick' ? RETURNS.slice(-1) : RETURNS) await comeBack(scene, turn);
      await waitForOperator(scene, '2024-04-01', '2024-03');
      if (bench.set === 'long') await waitForOperator(scene, '2025-01-02', '2024-12');
    }
    const kinds = bench.times(2, 5);
    return { trials: kinds * rounds, saw: 'made up oldest first and marked, one digest on the day of the return; more than three wait for an operator' }; // prettier-ignore
  },
};
