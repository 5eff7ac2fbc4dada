import type { Bench, CrashCase, Told } from '../case.js';
import { hasProgram } from '../has-program.js';
import { endingsOf, MonthRun } from '../month-run.js';
import { checkUploads, idsIn } from '../check-uploads.js';

type Ending = number | string | null;

/** Words that make the n-th of some system calls fail, and each after it when it is to last. */
function failing(calls: string, error: string, when: string): string[] {
  const inject = `inject=${calls}:error=${error}:when=${when}`;
  return ['strace', '-f', '-qq', '--seccomp-bpf', '-o', '/dev/null', '-e', `trace=${calls}`, '-e', inject];
}

const FAULTS = [
  ['fsync,fdatasync', 'EIO'],
  ['pwrite64', 'EIO'],
  ['pwrite64', 'ENOSPC'],
] as const;

async function months(bench: Bench, upTo: number): Promise<Ending[]> {
  const run = new MonthRun(bench, bench.program(), await bench.template(600));
  const endings: Ending[] = [];
  for (let n = 1; n <= upTo; n++) {
    const [calls, error] = FAULTS[n % FAULTS.length] ?? FAULTS[0];
    // Far apart, since a run has a few hundred writes and the first dozens belong to the start.
    const when = `${bench.set === 'quick' ? 1 + Math.floor(bench.random() * 60) : n}${n % 2 === 0 ? '+' : ''}`;
    const place = run.place();
    const { code, signal, stderr } = await run.start({ ...place, under: failing(calls, error, when) }).ended;
    endings.push(code ?? signal);
    const fits = code === 0 || code === 70 || code === 1;
    bench.verdict.holds(`${error} at ${calls} ${when}: ${code ?? signal} ${stderr.slice(0, 200)}`, fits);
    await run.endsWell(place, `${error} at ${calls} ${when}`);
  }
  return endings;
}

async function uploads(bench: Bench, laps: number): Promise<{ endings: Ending[]; acknowledged: number }> {
  const [template, program] = [await bench.template(20), bench.program()];
  const data = template.copy();
  const settings = { DIAODU_JOBS: 'off', DIAODU_LOG_LEVEL: 'silent', UPLOADS: '40', UPLOAD_BYTES: '30000' };
  const acknowledged: string[] = [];
  const endings: Ending[] = [];
  for (let lap = 0; lap < laps; lap++) {
    const [calls, error] = FAULTS[lap % FAULTS.length] ?? FAULTS[0];
    const when = `${3 + Math.floor(bench.random() * 80)}`;
    const place = { data, settings, under: failing(calls, error, when) };
    const { code, signal, stdout } = await program.startChild('upload-evidence.mjs', [`${lap}`], place).ended;
    endings.push(code ?? signal);
    acknowledged.push(...idsIn(stdout));
  }
  checkUploads(bench, data, acknowledged);
  return { endings, acknowledged: acknowledged.length };
}

/** C5. */
export const ioErrors: CrashCase = {
  id: 'C5',
  what: 'the n-th fsync or write answers EIO or ENOSPC, once or from then on, in a month and in uploads',
  lacks: () => hasProgram('strace'),
  async run(bench: Bench): Promise<Told> {
    const inMonths = await months(bench, bench.times(5, 300));
    const inUploads = await uploads(bench, bench.times(3, 100));
    bench.verdict.holds('some uploads were acknowledged', inUploads.acknowledged > 0);
    return {
      trials: inMonths.length + inUploads.endings.length,
      saw: `months ended ${endingsOf(inMonths)}; uploads ${endingsOf(inUploads.endings)}, all ${inUploads.acknowledged} acknowledged present`,
    };
  },
};
