import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stopwatch } from '../clock/elapsed.js';
import { hashFile } from '../files/durable-files.js';
import type { StoredFile } from '../files/file-store.js';
import { inspectInThread } from './ask-database-thread.js';
import type { BackupShelf } from './backup-shelf.js';
import type { Inspection } from './database-facts.js';
import { DATABASE_PART, FILES_PART, keyFingerprint, type Manifest } from './manifest.js';

/** What looking through a backup gave. */
export interface BackupVerdict {
  ok: boolean;
  /** What is wrong, in Chinese; empty when ok. */
  faults: string[];
  /** Stored files that were read and compared. */
  files: number;
  /** Events of the audit chain that were recomputed; null when the key at hand is not that of the backup. */
  auditEvents: number | null;
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
): Promise<BackupVerdict> {
  const elapsed = stopwatch();
  const manifest = await shelf.manifest(name);
  const damaged = await damagedParts(shelf, manifest);
  const files = damaged.includes(FILES_PART) ? [] : await storedFilesOf(shelf, name);
  damaged.push(...(await damagedFiles(shelf, files, told)));
  const faults = damaged.slice(0, MOST_NAMED).map((file) => `文件缺失或者已损坏：${file}`);
  if (damaged.length > MOST_NAMED) faults.push(`另有 ${damaged.length - MOST_NAMED} 个文件缺失或者已损坏`);
  let auditEvents: number | null = null;
  if (!damaged.includes(DATABASE_PART)) {
    const known = keyFingerprint(key) === manifest.key.fingerprint ? key : null;
    const file = join(shelf.folderOf(name), DATABASE_PART);
    const inspection = await inspectInThread(file, known, manifest.anchor);
    faults.push(...databaseFaults(inspection, manifest));
    auditEvents = inspection.audit?.events ?? null;
  }
  return { ok: faults.length === 0, faults, files: files.length, auditEvents, milliseconds: elapsed() };
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
