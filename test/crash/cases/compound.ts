import type { Bench, CrashCase, Told } from '../case.js';
import { hasProgram } from '../has-program.js';
import { MonthRun } from '../month-run.js';
import type { Place, Running } from '../program.js';
import { openTables } from '../tables.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

type Fault = (run: MonthRun, place: Place, ms: number) => Promise<void>;

/** Does something to a run after a while, and lets it end in whatever way it does. */
function during(deed: (running: Running, place: Place) => Promise<void> | void): Fault {
  return async (run, place, ms) => {
    const running = run.start(place);
    await Promise.race([pause(ms), running.ended]);
    await deed(running, place);
    await running.ended;
  };
}

const FAULTS: Record<string, Fault> = {
  kill: during(({ child }) => void child.kill('SIGKILL')),
  term: during(({ child }) => void child.kill('SIGTERM')),
  pause: during(async ({ child }) => {
    child.kill('SIGSTOP');
    await pause(1_500);
    child.kill('SIGCONT');
  }),
  lock: during(async (_, { data }) => {
    const db = openTables(data, false);
    db.exec('BEGIN IMMEDIATE');
    await pause(800);
    db.close();
  }),
  clockBack: (run, place) => run.start({ ...place, shiftMs: (place.shiftMs ?? 0) - 3_600_000 }).ended.then(() => undefined),
  syncFails: (run, place, ms) =>
    run.start({
      ...place,
      under: ['strace', '-f', '-qq', '--seccomp-bpf', '-o', '/dev/null', '-e', 'trace=fsync,fdatasync', '-e', `inject=fsync,fdatasync:error=EIO:when=${3 + Math.floor(ms / 100)}`],
    }).ended.then(() => undefined),
  twins: async (run, place, ms) => {
    const [one, two] = [run.start(place), run.start(place)];
    await Promise.race([pause(ms), one.ended]);
    one.child.kill('SIGKILL');
    await Promise.all([one.ended, two.ended]);
  },
}; // prettier-ignore

/** C18. The second fault meets the recovery from the first. */
export const compound: CrashCase = {
  id: 'C18',
  what: 'two faults after each other in one month: kill, SIGTERM, pause, lock, clock an hour back, failing sync, a twin that is killed',
  lacks: () => hasProgram('strace'),
  async run(bench: Bench): Promise<Told> {
    const run = new MonthRun(bench, bench.program(), await bench.template(2_000), '50');
    await run.hash();
    const names = Object.keys(FAULTS);
    const pairs = bench.times(4, 500);
    for (let n = 0; n < pairs; n++) {
      const place = run.place();
      const chosen = [0, 1].map(() => names[Math.floor(bench.random() * names.length)] ?? 'kill');
      for (const name of chosen) await FAULTS[name]?.(run, place, 700 + bench.random() * 1_500);
      await run.endsWell(place, chosen.join(' then '));
    }
    return { trials: pairs, saw: `${pairs} random pairs, each month ended with the hash of a run in peace` };
  },
};
