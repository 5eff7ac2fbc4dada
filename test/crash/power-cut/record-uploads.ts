import { join } from 'node:path';
import type { Bench } from '../case.js';
import type { Place, Program } from '../program.js';
import { record, type Recording } from './cut-trials.js';

/** Uploads four at a time under the tracer until so many are acknowledged. */
export async function recordUploadsAt(
  bench: Bench,
  program: Program,
  place: Place,
  uploads: number,
): Promise<Recording> {
  const settings = {
    DIAODU_JOBS: 'off',
    DIAODU_LOG_LEVEL: 'error',
    UPLOADS: String(uploads),
    UPLOAD_BYTES: '20000',
    ...place.settings,
  };
  const log = join(bench.folder(), 'trace.log');
  const recording = await record({ ...place, settings }, log, (traced) =>
    program.startChild('upload-evidence.mjs', ['1'], traced),
  );
  if (recording.ended.code !== 0) throw new Error(`uploads ended: ${recording.ended.stderr}`);
  return recording;
}
