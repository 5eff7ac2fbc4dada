import type { Bench, CrashCase, Told } from '../case.js';
import { disturbedDay, type DayPlan, type DaySeen } from '../disturbed-day.js';
import { hasDebianPostgres, hasProgram } from '../has-program.js';
import { endingsOf } from '../month-run.js';
import {
  allAtOnce,
  failOver,
  mailFaults,
  networkFaults,
  postgresFaults,
  redisFaults,
} from './server-faults.js';

function shuffled<T>(all: readonly T[], random: () => number): T[] {
  const placed = all.map((one) => ({ one, place: random() }));
  return placed.toSorted((a, b) => a.place - b.place).map(({ one }) => one);
}

interface Scene {
  id: string;
  what: string;
  isLong?: true;
  /** What happens, made anew for each day. */
  plan: (random: () => number) => DayPlan;
  quick: number;
  long: number;
}

function scaledOut({ plan, quick, long, ...named }: Scene): CrashCase {
  return {
    ...named,
    lacks: () => hasProgram('redis-server') ?? hasDebianPostgres(),
    async run(bench: Bench): Promise<Told> {
      const days = bench.times(quick, long);
      const seen: DaySeen[] = [];
      let faults = 0;
      for (let day = 0; day < days; day++) {
        const all = plan(bench.random);
        faults += all.faults.length + (all.whileMailing?.length ?? 0);
        seen.push(await disturbedDay(bench, day, { ...all, faults: shuffled(all.faults, bench.random) }));
      }
      return { trials: faults, saw: `${days} days of an app and two workers; ${wordsOf(seen)}` };
    },
  };
}

function wordsOf(seen: readonly DaySeen[]): string {
  const sum = (of: (one: DaySeen) => number) => seen.map(of).reduce((a, b) => a + b, 0);
  const endings = seen.flatMap((one) => one.endings);
  const deaths = endings.length === 0 ? 'no process died' : `processes ended ${endingsOf(endings)}`;
  const [mails, copies] = [sum((one) => one.mails), sum((one) => one.copies)];
  const post = mails === 0 ? 'every mail once' : `every mail taken by the server, ${mails} with ${copies} copies under the same Message-ID`;
  return `${deaths}; same hash as in peace, ${post}; all ${sum((one) => one.kept)} files acknowledged meanwhile are there`;
} // prettier-ignore

/** C9. */
export const redisLost = scaledOut({
  id: 'C9',
  what: 'Redis killed, paused, emptied, begun anew, out of memory, while an app and two workers work a due day; a worker killed',
  plan: (random) => ({ faults: redisFaults(random) }),
  quick: 1,
  long: 20,
});

/** C10. */
export const networkCut = scaledOut({
  id: 'C10',
  what: 'the wires to PostgreSQL, to Redis and to the mail server silent, reset, or silent in one direction, on a due day of an app and two workers',
  plan: (random) => ({ faults: networkFaults(random), whileMailing: mailFaults(random), wants: { mail: true } }),
  quick: 1,
  long: 20,
}); // prettier-ignore

/** C11. */
export const postgresLost = scaledOut({
  id: 'C11',
  what: 'PostgreSQL stopped at once, a backend killed −9, all sessions ended, no connection left, on a due day of an app and two workers',
  plan: (random) => ({ faults: postgresFaults(random) }),
  quick: 1,
  long: 20,
}); // prettier-ignore

/** C11p. */
export const allKilled = scaledOut({
  id: 'C11p',
  isLong: true,
  what: 'PostgreSQL, Redis, the app and both workers all killed −9 at once, four times on a due day, and started again',
  plan: (random) => ({ faults: Array.from({ length: 4 }, () => allAtOnce(random)) }),
  quick: 1,
  long: 20,
}); // prettier-ignore

/** C11s. */
export const failover = scaledOut({
  id: 'C11s',
  what: 'failover: PostgreSQL killed −9 on a due day of an app and two workers, its synchronous standby promoted and the address led to it',
  plan: (random) => ({ faults: [failOver(random)], wants: { standby: true } }),
  quick: 1,
  long: 10,
}); // prettier-ignore
