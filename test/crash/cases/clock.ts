import type { Bench, CrashCase, Told } from '../case.js';
import { checkDigests } from '../check-digests.js';
import { checkMonth } from '../checker.js';
import { answerOf, AS_OF, MONTH } from '../kill-trials.js';
import { freezesOf, serveUntilIdle, serveUntilSaid, startService, stopService } from '../service.js';
import { fingerprint } from '../tables.js';
import { at } from './downtime.js';

/** A day behind: nothing is done until the clock is right again. */
async function behind(bench: Bench): Promise<void> {
  const { verdict } = bench;
  const [template, program] = [await bench.template(600), bench.program()];
  const data = template.copy();
  await serveUntilIdle(program, at('2023-12-01T09:00', data), 1);
  const before = fingerprint(data);
  await serveUntilSaid(program, at('2023-11-30T09:00', data), 'CLOCK_WENT_BACK');
  verdict.same('tables while the clock is behind', fingerprint(data), before);
  await serveUntilIdle(program, at('2023-12-01T10:00', data), 1);
  verdict.same('tables when it is right again', fingerprint(data), before);
}

/** A day ahead: nothing is doubled. */
async function ahead(bench: Bench): Promise<void> {
  const { verdict } = bench;
  const [template, program] = [await bench.template(600), bench.program()];
  const data = template.copy();
  await serveUntilIdle(program, at('2023-11-30T09:00', data), 0);
  verdict.same('freezes before the end of the month', freezesOf(data), []);
  await serveUntilIdle(program, at('2023-12-01T09:00', data), 1);
  // Saturday 2 December: no chase on a day off, and the month is frozen already.
  const before = fingerprint(data);
  const service = startService(program, at('2023-12-02T09:00', data));
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  await stopService(service);
  verdict.same('tables on the day after', fingerprint(data), before);
  verdict.add(checkDigests(data));
}

/** Half past midnight in the office, still the day before in UTC and New York: the same hash. */
async function zones(bench: Bench): Promise<void> {
  const [template, program] = [await bench.template(600), bench.program()];
  const hashes = new Set<string>();
  for (const zone of ['UTC', 'Asia/Shanghai', 'America/New_York']) {
    const data = template.copy();
    const words = ['--json', 'dispatch', 'run', '--month', MONTH];
    const ended = await program.start('cli.js', words, { ...at('2023-12-01T00:30', data), zone }).ended;
    hashes.add(answerOf(ended).snapshotSha256);
    bench.verdict.add(checkMonth(data, template.ledgerId, MONTH, AS_OF));
  }
  bench.verdict.same('hashes in three zones', hashes.size, 1);
}

/** C13. */
export const clock: CrashCase = {
  id: 'C13',
  what: 'clock a day behind and a day ahead, jumps while the service runs, three zones at a month’s end',
  async run(bench: Bench): Promise<Told> {
    await behind(bench);
    await ahead(bench);
    await zones(bench);
    return {
      trials: 5,
      saw: 'behind: held, no table changes; ahead: nothing doubled; same hash in all zones',
    };
  },
};
