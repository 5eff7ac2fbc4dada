import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, CrashCase, Told } from '../case.js';
import { endingsOf, MonthRun } from '../month-run.js';
import { checkUploads, idsIn } from '../check-uploads.js';

const SIZE = '48m';

/** Null when a file system of a fixed size can be mounted here. */
function cannotMount(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'diaodu-mount-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
  if (status === 0) execFileSync('umount', [folder]);
  rmSync(folder, { recursive: true });
  return status === 0 ? null : 'no file system of a fixed size can be mounted here (needs root)';
} // prettier-ignore

/** A small disk, gone with the case. */
async function onSmallDisk(bench: Bench, deed: (disk: string) => Promise<void>): Promise<void> {
  const disk = join(bench.folder(), 'disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', disk]);
  try {
    await deed(disk);
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
}

/** Fills the disk but for so many bytes; gives how to free it again. */
function fill(disk: string, free: number): () => void {
  const { bavail, bsize } = statfsSync(disk);
  const ballast = join(disk, 'ballast');
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - free)));
  return () => rmSync(ballast);
}

/** C6. The database, its log and the files lie on one disk; whoever is stopped by it is started again, as by a supervisor. */
export const diskFull: CrashCase = {
  id: 'C6',
  what: 'disk full at a random moment of a month and of uploads; freed, and started again without hand work',
  lacks: cannotMount,
  async run(bench: Bench): Promise<Told> {
    const run = new MonthRun(bench, bench.program(), await bench.template(600));
    await run.hash();
    const [small, uploader] = [await bench.template(20), bench.program()];
    const [months, uploads]: (number | string | null)[][] = [[], []];
    const levels = bench.times(2, 100);
    let acknowledged = 0;
    for (let level = 0; level < levels; level++) {
      await onSmallDisk(bench, async (disk) => {
        cpSync(run.template.copy(), join(disk, 'data'), { recursive: true });
        const place = run.place(join(disk, 'data'));
        const free = fill(disk, bench.random() * 3_000_000);
        const { code, signal } = await run.start(place).ended;
        months?.push(code ?? signal);
        free();
        await run.endsWell(place, 'a full disk');
      });
      await onSmallDisk(bench, async (disk) => {
        const data = join(disk, 'data');
        cpSync(small.copy(), data, { recursive: true });
        const settings = { DIAODU_JOBS: 'off', DIAODU_LOG_LEVEL: 'silent', UPLOADS: '60', UPLOAD_BYTES: '60000' }; // prettier-ignore
        const free = fill(disk, 300_000 + bench.random() * 1_500_000);
        const full = await uploader.startChild('upload-evidence.mjs', ['full'], { data, settings }).ended;
        uploads?.push(full.code ?? full.signal);
        free();
        const after = await uploader.startChild('upload-evidence.mjs', ['after'], { data, settings }).ended;
        bench.verdict.same('uploads once there is room again', after.code, 0);
        const told = [...idsIn(full.stdout), ...idsIn(after.stdout)];
        acknowledged += told.length;
        checkUploads(bench, data, told);
      });
    }
    return {
      trials: 2 * levels,
      saw: `months ended ${endingsOf(months ?? [])}, uploads ${endingsOf(uploads ?? [])}; all ${acknowledged} acknowledged uploads present`,
    };
  },
};
