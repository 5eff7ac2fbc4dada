import type { Bench, CrashCase, Told } from '../case.js';
import { endingsOf, MonthRun } from '../month-run.js';
import type { Place } from '../program.js';
import { ask } from '../tables.js';

/** Sends SIGTERM in the middle and gives how it ended. */
async function terminate(bench: Bench, run: MonthRun, place: Place): Promise<number | string | null> {
  const running = run.start(place);
  const timer = setTimeout(() => running.child.kill('SIGTERM'), 400 + bench.random() * 2_000);
  let asked = 0;
  running.child.once('exit', () => (asked = Date.now()));
  const begun = Date.now();
  const { code, signal } = await running.ended;
  clearTimeout(timer);
  bench.verdict.holds('it ended within 10 s of SIGTERM', asked - begun < 12_400);
  bench.verdict.holds(`SIGTERM is no storage fault (${code ?? signal})`, code !== 70);
  return code ?? signal;
}

/** C3. */
export const stops: CrashCase = {
  id: 'C3',
  what: 'SIGTERM in the middle of a month; out of memory (a heap too small for it)',
  async run(bench: Bench): Promise<Told> {
    const run = new MonthRun(bench, bench.program(), await bench.template(2_000), '25');
    const endings: (number | string | null)[] = [];
    for (let n = 0; n < bench.times(3, 200); n++) {
      const place = run.place();
      endings.push(await terminate(bench, run, place));
      await run.endsWell(place, 'SIGTERM');
    }
    let begun = 0;
    const starved: (number | string | null)[] = [];
    for (let n = 0; n < bench.times(2, 50); n++) {
      const place = run.place();
      const heap = `--max-old-space-size=${70 + Math.floor(bench.random() * 60)}`;
      const { code, signal } = await run.start({ ...place, node: [heap] }).ended;
      starved.push(code ?? signal);
      if (ask(place.data, 'SELECT 1 FROM schedule_run').length > 0) begun += 1;
      await run.endsWell(place, `a heap of ${heap}`);
    }
    return {
      trials: endings.length + starved.length,
      saw: `SIGTERM: ended ${endingsOf(endings)}; small heaps: ${endingsOf(starved)}, ${begun} of them after the month had begun`,
    };
  },
};
