import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './case.js';
import { ask } from './tables.js';

/** What a row of evidence promises. */
interface Row {
  id: string;
  sha256: string;
  bytes: number;
}

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

/** Paths of everything in the store that is not still being written. */
export function storedFiles(data: string): string[] {
  if (!existsSync(join(data, 'files'))) return [];
  return readdirSync(join(data, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('tmp'))
    .map((entry) => join(entry.parentPath, entry.name));
}
