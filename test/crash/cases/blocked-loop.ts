import type { Bench, CrashCase, Told } from '../case.js';
import { checkFlags, checkRemindersOnce } from '../check-reminders.js';
import { checkSnapshot } from '../check-snapshot.js';
import { checkFile } from '../checker.js';
import { AS_OF, MONTH } from '../kill-trials.js';
import { freezesOf, shiftTo, startService, stopService } from '../service.js';
import { ask, until } from '../tables.js';

const MIDNIGHT = Date.parse('2023-12-01T00:00:00+08:00');

/** C15. */
export const blockedLoop: CrashCase = {
  id: 'C15',
  isLong: true,
  what: 'the event loop stands for 15 s over the due second (midnight of the first)',
  async run(bench: Bench): Promise<Told> {
    const [template, program] = [await bench.template(600), bench.program()];
    const rounds = bench.times(1, 30);
    const late: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const data = template.copy();
      const from = 4_000 + bench.random() * 4_000;
      const settings = { BLOCK_LOOP: `${Math.round(from)}:15000` };
      const service = startService(program, {
        data,
        shiftMs: shiftTo('2023-11-30T23:59') + 50_000,
        settings,
      });
      const isDone = () => ask(data, `SELECT 1 FROM schedule_run WHERE job IN ('dispatch.freeze', 'dispatch.chase') AND state = 'DONE'`).length > 1; // prettier-ignore
      await until('the month to be frozen and the day chased', isDone, 100_000);
      await stopService(service);
      const [run] = ask<{ at: number }>(data, `SELECT started_at AS at FROM schedule_run WHERE job = 'dispatch.freeze'`); // prettier-ignore
      late.push((run?.at ?? 0) - MIDNIGHT);
      bench.verdict.same('freezes', freezesOf(data).map(({ slot }) => slot), [MONTH]); // prettier-ignore
      // The service chases on both days, reports that are missing as well; what the ladder asks for is C1's to judge.
      bench.verdict.add(checkFile(data));
      bench.verdict.add(checkSnapshot(data, template.ledgerId, MONTH, AS_OF));
      bench.verdict.add(checkFlags(data, template.ledgerId, [AS_OF]));
      bench.verdict.add(checkRemindersOnce(data));
    }
    bench.verdict.holds(`it began within 60 s (${late.join(', ')} ms)`, late.every((ms) => ms >= 0 && ms <= 60_000)); // prettier-ignore
    return { trials: rounds, saw: `once, ${(Math.max(...late) / 1000).toFixed(0)} s after midnight` };
  },
};
