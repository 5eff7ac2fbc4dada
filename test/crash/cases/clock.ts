import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, CrashCase, Told } from '../case.js';
import { checkDigests } from '../check-digests.js';
import { checkMonth } from '../checker.js';
import { answerOf, AS_OF, MONTH, MONTH_COMMAND } from '../kill-trials.js';
import { freezesOf, isIdle, serveUntilIdle, serveUntilSaid, shiftTo, startService, stopService } from '../service.js'; // prettier-ignore
import { ask, fingerprint, until } from '../tables.js';
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
    const ended = await program.start('cli.js', MONTH_COMMAND, { ...at('2023-12-01T00:30', data), zone })
      .ended;
    hashes.add(answerOf(ended).snapshotSha256);
    bench.verdict.add(checkMonth(data, template.ledgerId, MONTH, AS_OF));
  }
  bench.verdict.same('hashes in three zones', hashes.size, 1);
}

/** The clock is set while the service runs: small steps, the month's end, forty days too far, and back. */
async function jumps(bench: Bench): Promise<number> {
  const { verdict } = bench;
  const [template, program] = [await bench.template(600), bench.program()];
  // The schedule is asked every half second instead of twice a minute, so that it sees every step.
  program.patch('platform/jobs/ticker.js', 'const EVERY_MS = 30_000;', 'const EVERY_MS = 500;');
  const data = template.copy();
  const file = join(bench.folder(), 'clock');
  const set = (wall: string, seconds = 0) => writeFileSync(file, String(Math.round(shiftTo(wall) + seconds * 1000))); // prettier-ignore
  const steps = [-1, -15, 3_600, -3_600, 15, 1];
  set('2023-11-30T12:00');
  const service = startService(program, { data, settings: { SHIFT_CLOCK_FILE: file } });
  await until('the schedule to be asked', () => ask(data, 'SELECT 1 FROM schedule_run').length > 0, 60_000);
  for (const seconds of steps) {
    set('2023-11-30T14:00', seconds);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
  }
  verdict.same('freezes before the end of the month', freezesOf(data), []);
  set('2023-12-01T09:00');
  await until('the month to be frozen', () => freezesOf(data).length > 0, 60_000);
  await until('the day to be worked off', () => isIdle(data, 1), 60_000);
  const before = fingerprint(data);
  set('2024-01-25T09:00');
  await until('the guard to stop it', () => service.said().includes('CLOCK_JUMPED_AHEAD'), 30_000);
  set('2023-12-01T10:00');
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  verdict.same('tables after a jump of 55 days and back', fingerprint(data), before);
  verdict.same('freezes', freezesOf(data), [{ slot: MONTH, made_up: 0 }]);
  await stopService(service);
  return steps.length + 3;
}

/** C13. */
export const clock: CrashCase = {
  id: 'C13',
  what: 'clock a day behind and a day ahead, jumps while the service runs, three zones at a month’s end',
  async run(bench: Bench): Promise<Told> {
    await behind(bench);
    await ahead(bench);
    await zones(bench);
    const jumped = await jumps(bench);
    return {
      trials: 5 + jumped,
      saw: `behind: held, no table changes; ahead: nothing doubled; same hash in all zones; ${jumped} settings of a running clock, one of 55 days ahead stopped by the guard`,
    };
  },
};
