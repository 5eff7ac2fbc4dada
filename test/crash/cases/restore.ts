import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, CrashCase, Told } from '../case.js';
import { MonthRun } from '../month-run.js';
import { fingerprint } from '../tables.js';
import { checkUploads, idsIn } from '../check-uploads.js';

/** C20: the backup is taken beside uploads and after a kill in a month; the machine is lost; the month ends the same. */
export const restore: CrashCase = {
  id: 'C20',
  what: 'restore drill: backup while files come in, data folder lost, restored into an empty one, month run there',
  async run(bench: Bench): Promise<Told> {
    const { verdict } = bench;
    const run = new MonthRun(bench, bench.program(), await bench.template(600));
    const rounds = bench.times(1, 20);
    let kept = 0;
    for (let round = 0; round < rounds; round++) {
      const place = run.place();
      const killed = run.start(place);
      setTimeout(() => killed.child.kill('SIGKILL'), 900 + bench.random() * 600);
      await killed.ended;
      const settings = { DIAODU_JOBS: 'off', DIAODU_LOG_LEVEL: 'error', UPLOADS: '200', UPLOAD_BYTES: '20000' };
      const before = run.program.startChild('upload-evidence.mjs', ['before'], { data: place.data, settings: { ...settings, UPLOADS: '20' } });
      const acknowledged = idsIn((await before.ended).stdout);
      const beside = run.program.startChild('upload-evidence.mjs', ['beside'], { data: place.data, settings });
      const shelf = join(bench.folder(), 'shelf');
      const made = await run.program.start('cli.js', ['--json', 'backup', shelf], place).ended;
      verdict.same(`backup (${made.stderr.slice(0, 200)})`, made.code, 0);
      await beside.ended;
      cpSync(place.data, join(bench.folder(), 'lost'), { recursive: true });
      rmSync(place.data, { recursive: true });
      const data = join(bench.folder(), 'restored');
      const restored = await run.program.start('cli.js', ['--json', 'restore', shelf], { ...place, data }).ended;
      verdict.same(`restore (${restored.stderr.slice(0, 300)})`, restored.code, 0);
      kept = checkUploads(bench, data, acknowledged);
      const audit = await run.program.start('cli.js', ['--json', 'audit', 'verify'], { ...place, data }).ended;
      verdict.same(`audit verify (${audit.stderr.slice(0, 200)})`, audit.code, 0);
      verdict.holds('the restored tables can be read', Object.keys(fingerprint(data)).length > 20);
      await run.endsWell({ ...place, data }, 'a restore');
    }
    verdict.holds('files were there to be restored', kept > 0);
    return { trials: rounds, saw: `${kept} files there, audit chain verified, month ended with the same hash` };
  },
}; // prettier-ignore
