import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stopwatch } from '../clock/elapsed.js';
import { hashFile } from '../files/durable-files.js';
import type { StoredFile } from '../files/file-store.js';
import { inspectInThread } from './ask-database-thread.js';
import type { BackupShelf } from './backup-shelf.js';
import { checkDump, type DatabaseCheck } from './check-dump.js';
import type { Inspection } from './database-facts.js';
import { DATABASE_PART, databasePartOf, FILES_PART, keyFingerprint, type Manifest } from './manifest.js';
import type { PostgresPlace } from './postgres-place.js';

/** What looking through a backup gave. */
export interface BackupVerdict {
  ok: boolean;
  /** What is wrong, in Chinese; empty when ok. */
  faults: string[];
  /** Stored files that were read and compared. */
  files: number;
  /** Events of the audit chain that were recomputed; null when the key at hand is not that of the backup. */
  auditEvents: number | null;
  /** How thoroughly the database was looked through; null when its part is damaged or there is no server of its kind. */
  databaseCheck: DatabaseCheck | null;
  milliseconds: number;
}

/** So many damaged files are named; beyond that the number says enough. */
const MOST_NAMED = 20;

/** Reads everything a backup holds, compares it with the manifest, and judges the copy of the database. */
export async function verifyBackup(
  shelf: BackupShelf,
  name: string,
  key: Buffer,
  told: (done: number, total: number) => Promise<void> | void = () => undefined,
  postgres: PostgresPlace | null = null,
): Promise<BackupVerdict> {
  const elapsed = stopwatch();
  const manifest = await shelf.manifest(name);
  const damaged = await damagedParts(shelf, manifest);
  const files = damaged.includes(FILES_PART) ? [] : await storedFilesOf(shelf, name);
  damaged.push(...(await damagedFiles(shelf, files, told)));
  const faults = damaged.slice(0, MOST_NAMED).map((file) => `文件缺失或者已损坏：${file}`);
  if (damaged.length > MOST_NAMED) faults.push(`另有 ${damaged.length - MOST_NAMED} 个文件缺失或者已损坏`);
  const isSound = !damaged.includes(databasePartOf(manifest));
  const seen = isSound ? await lookThrough(shelf, manifest, key, postgres) : NOT_SEEN;
  faults.push(...seen.faults);
  const { auditEvents, databaseCheck } = seen;
  const ok = faults.length === 0;
  return { ok, faults, files: files.length, auditEvents, databaseCheck, milliseconds: elapsed() };
}

/** What looking into the copy of the database gave. */
type Seen = Pick<BackupVerdict, 'faults' | 'auditEvents' | 'databaseCheck'>;

const NOT_SEEN: Seen = { faults: [], auditEvents: null, databaseCheck: null };

/** Judges the copy of the database; without the backup's own key its chain is left out. */
async function lookThrough(
  shelf: BackupShelf,
  manifest: Manifest,
  key: Buffer,
  postgres: PostgresPlace | null,
): Promise<Seen> {
  const known = keyFingerprint(key) === manifest.key.fingerprint ? key : null;
  const part = databasePartOf(manifest);
  const file = join(shelf.folderOf(manifest.name), part);
  if (part === DATABASE_PART) {
    const found = await inspectInThread(file, known, manifest.anchor);
    return seenIn(found, manifest, 'WHOLE');
  }
  if (postgres === null) return NOT_SEEN;
  const { check, found, listed } = await checkDump(postgres, file, known, manifest.anchor);
  if (found) return seenIn(found, manifest, check);
  const missing = Object.keys(manifest.tables).filter((table) => !listed.includes(table));
  return { ...NOT_SEEN, faults: missing.map((table) => `归档中没有 ${table} 的数据`), databaseCheck: check };
}

function seenIn(found: Inspection, manifest: Manifest, databaseCheck: DatabaseCheck): Seen {
  return { faults: databaseFaults(found, manifest), auditEvents: found.audit?.events ?? null, databaseCheck };
}

/** What in a copy of the database is not as the manifest says. */
export function databaseFaults(found: Inspection, manifest: Manifest): string[] {
  if (found.faults.length > 0) return found.faults;
  const names = new Set([...Object.keys(found.tables), ...Object.keys(manifest.tables)]);
  const differing = [...names].filter((table) => found.tables[table] !== manifest.tables[table]);
  return [
    ...differing.map(
      (table) => `${table} 应有 ${manifest.tables[table] ?? 0} 行，实有 ${found.tables[table] ?? 0} 行`,
    ),
    ...(found.audit?.faults ?? []),
  ];
}

/** Paths of the parts that are missing or not as the manifest says. */
export async function damagedParts(shelf: BackupShelf, manifest: Manifest): Promise<string[]> {
  const damaged: string[] = [];
  for (const part of manifest.parts) {
    const found = await hashFile(join(shelf.folderOf(manifest.name), part.path)).catch(unreadable);
    if (found?.sha256 !== part.sha256) damaged.push(part.path);
  }
  return damaged;
}

/** The stored files a backup needs; asked after its parts were compared. */
export async function storedFilesOf(shelf: BackupShelf, name: string): Promise<StoredFile[]> {
  return JSON.parse(await readFile(join(shelf.folderOf(name), FILES_PART), 'utf8')) as StoredFile[];
}

async function damagedFiles(
  shelf: BackupShelf,
  files: readonly StoredFile[],
  told: (done: number, total: number) => Promise<void> | void,
): Promise<string[]> {
  const damaged: string[] = [];
  for (const [at, { sha256, bytes }] of files.entries()) {
    const isSound = (await shelf.files.sizeOf(sha256)) === bytes && (await shelf.files.verify(sha256));
    if (!isSound) damaged.push(`files/${sha256}`);
    await told(at + 1, files.length);
  }
  return damaged;
}

function unreadable(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'EIO') return null;
  throw error;
}
