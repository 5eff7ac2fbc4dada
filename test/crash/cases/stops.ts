import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Bench, CrashCase, Told } from '../case.js';
import { MONTH_POINTS, plantFailpoints } from '../failpoints.js';
import { hasProgram } from '../has-program.js';
import { endingsOf, MonthRun } from '../month-run.js';
import { frozenRows } from '../pause.js';
import type { Ended, Place } from '../program.js';
import { ask, until } from '../tables.js';

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

/** What became of a month whose process ran out of memory. */
interface Starved {
  ending: number | string | null;
  /** Rows of the snapshot that were on disk when it ended, or null when the month was done by then. */
  rowsAt: number | null;
}

/** Lets a month begin and, once so many rows are frozen, has the kernel give it no page more: the next thing that does not fit ends it. */
async function kernelGivesNoMore({ random }: Bench, run: MonthRun, place: Place): Promise<Ended> {
  const running = run.start(place);
  let isOver = false;
  void running.ended.then(() => (isOver = true));
  const wanted = 25 + Math.floor(random() * 1_200);
  await until('the month to be under way', () => isOver || frozenRows(place.data) >= wanted, 60_000, 2);
  if (!isOver) refuseMemory(running.child.pid ?? 0);
  return running.ended;
}

/** Its address space may not grow beyond what it is now. */
function refuseMemory(pid: number): void {
  const [, kilobytes = '0'] = /VmSize:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  spawnSync('prlimit', [`--pid=${pid}`, `--as=${Number(kilobytes) * 1024}`]);
}

/** A process that leaks from some moment of the month on, with a heap of 180 MB. */
function heapIsFull({ random }: Bench, run: MonthRun, place: Place): Promise<Ended> {
  const settings = { ...place.settings, HOARD_FROM: String(20 + Math.floor(random() * 180)) };
  const node = ['--max-old-space-size=180', '--import', './children/hoard.mjs'];
  return run.start({ ...place, settings, node }).ended;
}

const WANTS = { 'the kernel gives no more': kernelGivesNoMore, 'the heap is full': heapIsFull };

/** Lets months run out of memory in one way; each must end in its middle, and well when it is taken up again. */
async function starve(bench: Bench, run: MonthRun, [name, want]: [string, typeof heapIsFull]): Promise<Starved[]> {
  const trials: Starved[] = [];
  for (let n = 0; n < bench.times(1, 25); n++) {
    const place = run.place();
    const { code, signal } = await want(bench, run, place);
    const isDone = ask(place.data, `SELECT 1 FROM schedule_run WHERE job = 'dispatch.freeze' AND state = 'DONE'`).length > 0;
    trials.push({ ending: code ?? signal, rowsAt: isDone ? null : frozenRows(place.data) });
    await run.endsWell(place, name);
  }
  const inVain = trials.filter(({ ending, rowsAt }) => ending === 0 || rowsAt === null || rowsAt === 0);
  bench.verdict.holds(`${name}: months ended in their middle`, inVain.length * 2 < trials.length);
  return trials;
} // prettier-ignore

/** C3. */
export const stops: CrashCase = {
  id: 'C3',
  what: 'SIGTERM in the middle of a month; out of memory in the middle of a month, at the kernel (RLIMIT_AS) and at the heap’s limit',
  lacks: () => hasProgram('prlimit'),
  async run(bench: Bench): Promise<Told> {
    const program = bench.program();
    plantFailpoints(program, MONTH_POINTS);
    const run = new MonthRun(bench, program, await bench.template(2_000), '25');
    const endings: (number | string | null)[] = [];
    for (let n = 0; n < bench.times(2, 200); n++) {
      const place = run.place();
      endings.push(await terminate(bench, run, place));
      await run.endsWell(place, 'SIGTERM');
    }
    const told: string[] = [];
    const rows: number[] = [];
    for (const want of Object.entries(WANTS)) {
      const trials = await starve(bench, run, want);
      told.push(`${want[0]}: ended ${endingsOf(trials.map(({ ending }) => ending))}`);
      rows.push(...trials.flatMap(({ rowsAt }) => rowsAt ?? []));
    }
    return {
      trials: endings.length + 2 * bench.times(1, 25),
      saw: `SIGTERM: ended ${endingsOf(endings)}; ${told.join('; ')}; ${rows.length} of them in the middle of the month, with ${Math.min(...rows)} to ${Math.max(...rows)} of its rows on disk`,
    };
  },
}; // prettier-ignore
