import type { Bench, CrashCase, Told } from '../case.js';
import { checkMonth } from '../checker.js';
import { dyingAt, MONTH_POINTS, plantFailpoints, UPLOAD_POINTS } from '../failpoints.js';
import { answerOf, AS_OF, firstOfDecember, MONTH, MONTH_COMMAND } from '../kill-trials.js';
import type { Place } from '../program.js';
import { checkUploads, idsIn } from '../check-uploads.js';

/** Dies at each step of a month for the n-th time, then runs on in peace. Gives the number of deaths. */
async function months(bench: Bench, counts: readonly number[]): Promise<number> {
  const { verdict } = bench;
  const [template, program] = [await bench.template(600), bench.program()];
  plantFailpoints(program, MONTH_POINTS);
  const place = (): Place => ({
    data: template.copy(),
    shiftMs: firstOfDecember(),
    settings: { DIAODU_FREEZE_BATCH: '100' },
  });
  const calm = answerOf(await program.start('cli.js', MONTH_COMMAND, place()).ended).snapshotSha256;
  let deaths = 0;
  for (const { name, isOnce } of MONTH_POINTS)
    for (const count of isOnce ? [1] : counts) {
      const here = place();
      const died = await program.start('cli.js', MONTH_COMMAND, dyingAt(here, name, count)).ended;
      if (died.signal === 'SIGKILL') deaths += 1;
      // The n-th claim or batch may not exist; then the run simply ends.
      else verdict.same(`${name}:${count} ends`, died.code, 0);
      const answer = answerOf(await program.start('cli.js', MONTH_COMMAND, here).ended);
      verdict.same(`hash after ${name}:${count}`, answer.snapshotSha256, calm);
      verdict.add(checkMonth(here.data, template.ledgerId, MONTH, AS_OF));
    }
  return deaths;
}

/** Dies at each step of an upload, again and again on the same folder. */
async function uploads(bench: Bench, counts: readonly number[]): Promise<number> {
  const [template, program] = [await bench.template(20), bench.program()];
  plantFailpoints(program, UPLOAD_POINTS);
  const place: Place = {
    data: template.copy(),
    settings: { DIAODU_JOBS: 'off', DIAODU_LOG_LEVEL: 'error', UPLOADS: '60', UPLOAD_BYTES: '50000' },
  };
  const acknowledged: string[] = [];
  let deaths = 0;
  for (const { name } of UPLOAD_POINTS)
    for (const count of counts) {
      const words = [`${name}-${count}`];
      const died = await program.startChild('upload-evidence.mjs', words, dyingAt(place, name, count)).ended;
      bench.verdict.same(`uploads die at ${name}:${count}`, died.signal, 'SIGKILL');
      acknowledged.push(...idsIn(died.stdout));
      deaths += 1;
      checkUploads(bench, place.data, acknowledged);
    }
  return deaths;
}

/** C2. */
export const failpoints: CrashCase = {
  id: 'C2',
  what: 'kill −9 at each named step: claim, batch, cursor, shard, close of the month, before and after commit; file written, synced, renamed, before its row',
  async run(bench: Bench): Promise<Told> {
    const counts = bench.set === 'quick' ? [2] : Array.from({ length: 50 }, (_, n) => n + 1);
    const inMonths = await months(bench, counts);
    const inUploads = await uploads(bench, counts);
    bench.verdict.holds('most points were met', inMonths >= MONTH_POINTS.length - 1);
    return { trials: inMonths + inUploads, saw: `${inMonths} deaths in a month, ${inUploads} in uploads` };
  },
};
