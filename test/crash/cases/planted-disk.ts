import type { Bench, CrashCase } from '../case.js';
import { hasProgram } from '../has-program.js';
import type { Program } from '../program.js';
import { cutUploads, programForCuts, recordUploads } from './power-cut.js';

const PRAGMAS = 'platform/database/sqlite-pragmas.js';
const STORE = 'platform/files/file-store.js';

/** A power cut with one sync taken out, which C4's judge must notice. */
function planted(id: string, what: string, plant: (program: Program) => void): CrashCase {
  return {
    id,
    what: `planted: ${what}`,
    lacks: () => hasProgram('strace'),
    async run(bench: Bench) {
      const program = programForCuts(bench);
      plant(program);
      const recording = await recordUploads(bench, program, 40);
      const { trials, badCuts, found } = await cutUploads(bench, recording, bench.times(40, 400));
      bench.verdict.holds('the cuts show it', badCuts > 0);
      const kinds = `${found.lost.length} findings of lost rows and files, ${found.faults.length} others`;
      return { trials, saw: `caught in ${badCuts} of ${trials} states (${kinds})` };
    },
  };
}

/** B5 to B7. */
export const normalSync = planted('B5', 'synchronous=NORMAL', (program) => {
  program.patch(PRAGMAS, `db.pragma('synchronous = FULL');`, `db.pragma('synchronous = NORMAL');`);
  program.patch(PRAGMAS, 'const FULL = 2;', 'const FULL = 1;');
});
export const fileNotSynced = planted('B6', 'the temporary file is not synced', (program) =>
  program.patch(STORE, 'await file.sync();', ''),
);
export const folderNotSynced = planted('B7', 'renamed without a sync of the folder', (program) =>
  program.patch(STORE, 'await syncFolder(folder);', '{ }'),
);
