import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, CrashCase, Told } from '../case.js';
import type { Place, Program } from '../program.js';
import { ask, until } from '../tables.js';

/** What a row of evidence promises. */
interface Row {
  id: string;
  sha256: string;
  bytes: number;
}

const SETTINGS = { DIAODU_JOBS: 'off', DIAODU_LOG_LEVEL: 'error' };

/** Ids that uploads were told, one a line; a last line may have been cut, and is left out. */
export function idsIn(said: string): string[] {
  const whole = said.slice(0, said.lastIndexOf('\n') + 1);
  return whole.split('\n').filter((line) => line.length === 36);
}

/** Judges the store after uploads were disturbed: what was acknowledged is there, and nothing shows half. */
export function checkUploads({ verdict }: Bench, data: string, acknowledged: readonly string[]): number {
  const rows = ask<Row>(data, 'SELECT id, sha256, bytes FROM evidence');
  const known = new Set(rows.map(({ id }) => id));
  verdict.add({ lost: acknowledged.filter((id) => !known.has(id)).map((id) => `row of ${id}`), doubled: [], invented: [], faults: [] }); // prettier-ignore
  for (const { id, sha256, bytes } of rows) {
    const path = join(data, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    verdict.holds(`${id} has its whole file`, existsSync(path) && readFileSync(path).length === bytes);
  }
  // Whatever bears a hash for a name, with a row or without, is whole.
  for (const path of storedFiles(data))
    verdict.holds(`${path} is whole`, path.endsWith(createHash('sha256').update(readFileSync(path)).digest('hex')));
  const [events] = ask<{ n: number }>(data, `SELECT COUNT(*) AS n FROM audit_event WHERE operation = 'evidence.upload'`);
  verdict.same('audit events of uploads', events?.n, rows.length);
  return rows.length;
} // prettier-ignore

function storedFiles(data: string): string[] {
  if (!existsSync(join(data, 'files'))) return [];
  return readdirSync(join(data, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('tmp'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Lets the child upload for a while and kills it; gives the ids it had acknowledged. */
export async function uploadUntilKilled(program: Program, place: Place, lap: number, forMs: number): Promise<string[]> {
  const child = program.startChild('upload-evidence.mjs', [String(lap)], { ...place, settings: { ...SETTINGS, ...place.settings } });
  await until('the uploads to begin', () => child.wrote().startsWith('begun'), 60_000, 10);
  await new Promise((resolve) => setTimeout(resolve, forMs));
  child.child.kill('SIGKILL');
  return idsIn((await child.ended).stdout);
} // prettier-ignore

/** C19, the killed half. */
export const uploads: CrashCase = {
  id: 'C19',
  what: 'uploads of evidence, four at a time, killed −9 at random moments',
  async run(bench: Bench): Promise<Told> {
    const [template, program] = [await bench.template(20), bench.program()];
    const data = template.copy();
    const kills = bench.times(12, 300);
    const acknowledged: string[] = [];
    for (let lap = 0; lap < kills; lap++)
      acknowledged.push(...(await uploadUntilKilled(program, { data }, lap, 20 + bench.random() * 400)));
    const rows = checkUploads(bench, data, acknowledged);
    const left = readdirSync(join(data, 'files', 'tmp')).length;
    // Kills that never fell into an upload would prove nothing.
    bench.verdict.holds('kills fell into uploads', left > 0 && acknowledged.length > kills * 3);
    return {
      trials: kills,
      saw: `${acknowledged.length} acknowledged, ${rows} rows; ${left} broken off, none of them readable`,
    };
  },
};
