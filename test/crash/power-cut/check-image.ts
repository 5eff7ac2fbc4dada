import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { noFindings, type Findings } from '../findings.js';
import type { DiskImage } from './disk-model.js';

const DATABASE = ['diaodu.sqlite', 'diaodu.sqlite-wal'];
const hashes = new WeakMap<Buffer, string>();

/** Writes what a power cut has left of a data folder; the shared memory of SQLite is never left. */
export function layImage(image: DiskImage, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [path, bytes] of image) {
    if (path.endsWith('-shm')) continue;
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

/** Opens what is left as the program would find it: the file whole, every acknowledged upload a row with its file. */
export function checkImage(image: DiskImage, acknowledged: readonly string[], folder: string): Findings {
  layImage(new Map([...image].filter(([path]) => DATABASE.includes(path))), folder);
  return checkLeft(join(folder, 'diaodu.sqlite'), image, acknowledged);
}

/** The same of tables that lie in a SQLite file, and of the files of a data folder. */
export function checkLeft(tables: string, image: DiskImage, acknowledged: readonly string[]): Findings {
  const found = noFindings();
  const db = new Database(tables);
  try {
    checkTables(db, image, acknowledged, found);
  } catch (error) {
    found.faults.push(`cannot be read: ${(error as Error).message}`);
  } finally {
    db.close();
  }
  for (const [path, bytes] of image) {
    if (path.startsWith('files/') && !path.startsWith('files/tmp/') && !path.endsWith(hashOf(bytes)))
      found.faults.push(`half a file under the name ${path}`);
  }
  return found;
}

function checkTables(
  db: Database.Database,
  image: DiskImage,
  acknowledged: readonly string[],
  found: Findings,
): void {
  const integrity = db.pragma('integrity_check', { simple: true });
  if (integrity !== 'ok') found.faults.push(`integrity: ${String(integrity)}`);
  const rows = db.prepare('SELECT id, sha256, bytes FROM evidence').all() as Row[];
  const known = new Set(rows.map(({ id }) => id));
  found.lost.push(...acknowledged.filter((id) => !known.has(id)).map((id) => `row of ${id}`));
  const isGone = ({ sha256, bytes }: Row) => image.get(pathOf(sha256))?.length !== bytes;
  found.lost.push(...rows.filter(isGone).map(({ id }) => `file of ${id}`));
  const told = db
    .prepare(`SELECT COUNT(*) AS n FROM audit_event WHERE operation = 'evidence.upload'`)
    .get() as { n: number };
  if (told.n !== rows.length) found.faults.push(`${told.n} audit events of ${rows.length} uploads`);
}

interface Row {
  id: string;
  sha256: string;
  bytes: number;
}

function pathOf(sha256: string): string {
  return join('files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

/** Contents that were synced stay the same buffer from cut to cut. */
function hashOf(bytes: Buffer): string {
  const known = hashes.get(bytes) ?? createHash('sha256').update(bytes).digest('hex');
  hashes.set(bytes, known);
  return known;
}
