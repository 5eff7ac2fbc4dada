import { join } from 'node:path';
import type { Bench, CrashCase, Told } from '../case.js';
import { idsIn } from '../check-uploads.js';
import { checkMonth } from '../checker.js';
import { noFindings } from '../findings.js';
import { answerOf, AS_OF, firstOfDecember, MONTH, MONTH_COMMAND } from '../kill-trials.js';
import { checkImage, layImage } from '../power-cut/check-image.js';
import { cutTrials, record, type Recording } from '../power-cut/cut-trials.js';
import { recordUploadsAt } from '../power-cut/record-uploads.js';
import type { Place, Program } from '../program.js';
import { hasProgram } from '../has-program.js';

const PRAGMAS = 'platform/database/sqlite-pragmas.js';

/** A program that folds its write-ahead log back often, so that cuts fall into that as well. */
export function programForCuts(bench: Bench): Program {
  const program = bench.program();
  program.patch(PRAGMAS, 'const CHECKPOINT_PAGES = 4_000;', 'const CHECKPOINT_PAGES = 60;');
  return program;
}

/** Uploads on a copy of the small district, on SQLite. */
export async function recordUploads(bench: Bench, program: Program, uploads: number): Promise<Recording> {
  const template = await bench.template(20);
  return recordUploadsAt(bench, program, { data: template.copy() }, uploads);
}

/** Cuts a recording of uploads and judges each. */
export async function cutUploads(bench: Bench, recording: Recording, cuts: number) {
  const folder = bench.folder();
  return cutTrials(recording, { cuts, random: bench.random }, ({ image, said }) =>
    checkImage(image, idsIn(said), join(folder, 'left')),
  );
}

async function run(bench: Bench): Promise<Told> {
  const program = programForCuts(bench);
  const uploads = bench.times(60, 300);
  const recording = await recordUploads(bench, program, uploads);
  const cut = await cutUploads(bench, recording, bench.times(150, 2_000));
  bench.verdict.add(cut.found);
  const month = await cutMonth(bench, program);
  return {
    trials: cut.trials + month.trials,
    saw: `${uploads} uploads (${recording.events.length} traced calls), ${cut.trials} states; a month, ${month.trials} states, ${month.resumed} of them taken up again to the same hash`,
  };
}

/** The power goes while a month is frozen: what is left is whole, and the month started again ends as in peace. */
async function cutMonth(bench: Bench, program: Program): Promise<{ trials: number; resumed: number }> {
  const template = await bench.template(600);
  const place: Place = {
    data: template.copy(),
    shiftMs: firstOfDecember(),
    settings: { DIAODU_FREEZE_BATCH: '100' },
  };
  const log = join(bench.folder(), 'trace.log');
  const recording = await record(place, log, (traced) => program.start('cli.js', MONTH_COMMAND, traced));
  const { snapshotSha256 } = answerOf(recording.ended);
  const folder = bench.folder();
  const every = Math.ceil((bench.times(40, 400) * 4) / bench.times(6, 100));
  let [seen, resumed] = [0, 0];
  const { trials, found } = await cutTrials(
    recording,
    { cuts: bench.times(40, 400), random: bench.random },
    async ({ image, style }) => {
      const whole = checkImage(image, [], join(folder, 'left'));
      if (++seen % every !== 0) return whole;
      resumed += 1;
      const data = join(folder, `resumed-${style}-${seen}`);
      layImage(image, data);
      const again = answerOf(await program.start('cli.js', MONTH_COMMAND, { ...place, data }).ended);
      bench.verdict.same(`hash after a cut (${style})`, again.snapshotSha256, snapshotSha256);
      bench.verdict.add(checkMonth(data, template.ledgerId, MONTH, AS_OF));
      return noFindings();
    },
  );
  bench.verdict.add(found);
  return { trials, resumed };
}

/** C4. */
export const powerCut: CrashCase = {
  id: 'C4',
  what: 'power cut: what was not synced is dropped, reordered or torn (replay of the traced writes)',
  lacks: () => hasProgram('strace'),
  run,
};
