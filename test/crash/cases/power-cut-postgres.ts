import { join } from 'node:path';
import { debianPostgresBin } from '../../support/debian-postgres.js';
import type { Bench, CrashCase, Told } from '../case.js';
import { idsIn } from '../check-uploads.js';
import { checkMonth } from '../checker.js';
import { together, type Findings } from '../findings.js';
import { hasDebianPostgres, hasProgram } from '../has-program.js';
import { answerOf, AS_OF, firstOfDecember, MONTH, MONTH_COMMAND } from '../kill-trials.js';
import { cutTrials, record } from '../power-cut/cut-trials.js';
import { PostgresMachine } from '../power-cut/postgres-machine.js';
import { recordUploadsAt } from '../power-cut/record-uploads.js';
import type { Program } from '../program.js';

/** What cuts of a recording have shown. */
interface Shown extends Told {
  found: Findings;
}

const machineOf = (bench: Bench, tasks: number) =>
  PostgresMachine.with(debianPostgresBin() ?? '', bench.folder(), tasks);

/** Uploads four at a time with the server traced beside the program, then cuts the power of both at once. */
async function cutUploads(
  bench: Bench,
  program: Program,
  cuts: number,
  server: readonly string[] = [],
): Promise<Shown> {
  const uploads = bench.times(40, 200);
  const machine = await machineOf(bench, 20);
  const recording = await recordUploadsAt(bench, program, machine.place({}, server), uploads);
  const folder = bench.folder();
  const { trials, found } = await cutTrials(recording, { cuts, random: bench.random }, ({ image, said }) =>
    machine.revive(image, join(folder, 'left'), async (left) => {
      const pages = await left.checkPages();
      await left.layTables();
      return together([pages, left.checkUploads(idsIn(said))]);
    }),
  );
  return {
    trials,
    found,
    saw: `${uploads} uploads (${recording.events.length} traced calls), ${trials} states`,
  };
}

/** The power goes while a month is frozen: the month started again on what is left ends as in peace. */
async function cutMonth(bench: Bench, program: Program, cuts: number): Promise<Shown> {
  const machine = await machineOf(bench, 600);
  const settings = { DIAODU_FREEZE_BATCH: '100' };
  const place = { ...machine.place(settings, []), shiftMs: firstOfDecember() };
  const recording = await record(place, join(bench.folder(), 'trace.log'), (traced) =>
    program.start('cli.js', MONTH_COMMAND, traced),
  );
  const { snapshotSha256 } = answerOf(recording.ended);
  const folder = bench.folder();
  const { trials, found } = await cutTrials(recording, { cuts, random: bench.random }, ({ image, style }) =>
    machine.revive(image, join(folder, 'left'), async (left) => {
      const pages = await left.checkPages();
      const again = program.start('cli.js', MONTH_COMMAND, left.place(firstOfDecember(), settings));
      bench.verdict.same(
        `hash after a cut (${style})`,
        answerOf(await again.ended).snapshotSha256,
        snapshotSha256,
      );
      await left.layTables();
      return together([pages, checkMonth(left.data, machine.ledgerId, MONTH, AS_OF)]);
    }),
  );
  return {
    trials,
    found,
    saw: `a month (${recording.events.length}), ${trials} states, each taken up again to the same hash`,
  };
}

const lacks = () => hasProgram('strace') ?? hasDebianPostgres();

/** C4p. */
export const powerCutOfPostgres: CrashCase = {
  id: 'C4p',
  what: 'power cut of a machine with PostgreSQL and an app: what either had not synced is dropped, reordered or torn',
  lacks,
  async run(bench: Bench): Promise<Told> {
    const program = bench.program();
    const uploads = await cutUploads(bench, program, bench.times(3, 60));
    const month = await cutMonth(bench, program, bench.times(1, 30));
    bench.verdict.add(together([uploads.found, month.found]));
    return {
      trials: uploads.trials + month.trials,
      saw: `${uploads.saw}; ${month.saw}; tables, indexes and audit chain whole`,
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
    const shown = await cutUploads(bench, program, bench.times(4, 20), ['-c', 'synchronous_commit=off']);
    const lost = shown.found.lost.length;
    bench.verdict.holds('what was acknowledged is missing after a cut', lost > 0);
    return { trials: shown.trials, saw: `caught: ${lost} rows and files lost in ${shown.trials} states` };
  },
};
