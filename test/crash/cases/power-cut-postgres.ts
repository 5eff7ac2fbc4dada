import { join } from 'node:path';
import { debianPostgresBin } from '../../support/debian-postgres.js';
import type { Bench, CrashCase, Told } from '../case.js';
import { idsIn } from '../check-uploads.js';
import type { Findings } from '../findings.js';
import { hasProgram } from '../has-program.js';
import { cutTrials, record } from '../power-cut/cut-trials.js';
import { PostgresMachine } from '../power-cut/postgres-machine.js';
import type { Program } from '../program.js';

/** What cuts of a recording have shown. */
interface Shown extends Told {
  found: Findings;
  badCuts: number;
}

/** Uploads four at a time with the server traced beside the program, then cuts the power of both at once. */
async function cut(
  bench: Bench,
  program: Program,
  cuts: number,
  server: readonly string[] = [],
): Promise<Shown> {
  const uploads = bench.times(40, 200);
  const machine = await PostgresMachine.with(debianPostgresBin() ?? '', bench.folder(), 20);
  const settings = {
    DIAODU_JOBS: 'off',
    DIAODU_LOG_LEVEL: 'error',
    UPLOADS: String(uploads),
    UPLOAD_BYTES: '20000',
  };
  const recording = await record(
    machine.place(settings, server),
    join(bench.folder(), 'trace.log'),
    (traced) => program.startChild('upload-evidence.mjs', ['1'], traced),
  );
  if (recording.ended.code !== 0) throw new Error(`uploads ended: ${recording.ended.stderr}`);
  const folder = bench.folder();
  const { trials, found, badCuts } = await cutTrials(
    recording,
    { cuts, random: bench.random },
    ({ image, said }) => machine.judge(image, idsIn(said), join(folder, 'left')),
  );
  return {
    trials,
    found,
    badCuts,
    saw: `${uploads} uploads (${recording.events.length} traced calls), ${trials} states`,
  };
}

const lacks = () =>
  hasProgram('strace') ?? (debianPostgresBin() ? null : 'no PostgreSQL of Debian is on this machine');

/** C4p. */
export const powerCutOfPostgres: CrashCase = {
  id: 'C4p',
  what: 'power cut of a machine with PostgreSQL and an app: what either had not synced is dropped, reordered or torn',
  lacks,
  async run(bench: Bench): Promise<Told> {
    const shown = await cut(bench, bench.program(), bench.times(4, 60));
    bench.verdict.add(shown.found);
    return {
      trials: shown.trials,
      saw: `${shown.saw}, each taken up by a server again, tables, indexes and audit chain whole`,
    };
  },
};

/** B18. */
export const commitNotSynced: CrashCase = {
  id: 'B18',
  what: 'planted: PostgreSQL answers a COMMIT before it is synced (synchronous_commit=off)',
  lacks,
  async run(bench: Bench): Promise<Told> {
    const program = bench.program();
    // The program itself would not start on such a server.
    program.patch('platform/database/database.js', `if (rows[0].commit === 'off')`, 'if (false)');
    const shown = await cut(bench, program, bench.times(4, 20), ['-c', 'synchronous_commit=off']);
    bench.verdict.holds('what was acknowledged is missing after a cut', shown.found.lost.length > 0);
    return {
      trials: shown.trials,
      saw: `caught in ${shown.badCuts} of ${shown.trials} states (${shown.found.lost.length} lost)`,
    };
  },
};
