import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { stopwatch } from '../clock/elapsed.js';
import { copyToNewFile, hashFile, settleFile, writeNewFile } from '../files/durable-files.js';
import { FileStore } from '../files/file-store.js';
import { copyInThread } from './ask-database-thread.js';
import { copyStoredFiles } from './backup-files.js';
import { BackupShelf, newBackupName } from './backup-shelf.js';
import { asWriteRefusal, backupRefusal } from './backup.errors.js';
import {
  ANCHOR_PART,
  CONFIG_FOLDER,
  DATABASE_PART,
  DUMP_PART,
  FILES_PART,
  KEY_PART,
  keyFingerprint,
  type KeyPlace,
  type Manifest,
  type Part,
} from './manifest.js';
import { dumpPostgres } from './postgres-facts.js';
import type { PostgresPlace } from './postgres-place.js';

/** How far a backup has come. */
export interface BackupStep {
  phase: 'database' | 'files';
  done: number;
  total: number;
}

/** What to back up, and where to. */
export interface BackupOrder {
  dataDir: string;
  /** Where the database is when it is no file of the data folder. */
  postgres: PostgresPlace | null;
  configDir: string;
  shelf: string;
  at: number;
  productVersion: string;
  /** Asked once it is certain that there is something to back up. */
  loadKey: () => Buffer;
  keyPlace: KeyPlace;
  /** How long stored files may be copied before the attempt ends unfinished; no limit when left out. */
  filesBudgetMs?: number;
  told?: (step: BackupStep) => Promise<void> | void;
}

/** A backup that was made. */
export interface BackupMade {
  manifest: Manifest;
  folder: string;
  copiedFiles: number;
  milliseconds: number;
}

/**
 * Makes one backup. The database is copied first and the stored files after it: a row is only written once its file is
 * there, so every file the copy knows is among those copied later.
 */
export async function makeBackup(order: BackupOrder): Promise<BackupMade> {
  const elapsed = stopwatch();
  const shelf = new BackupShelf(order.shelf);
  requireSound(order, shelf.root);
  const name = newBackupName(order.at);
  let folder: string | null = null;
  try {
    folder = await shelf.begin(name);
    const { manifest, copied } = await fill(folder, name, order, shelf);
    await shelf.finish(folder, manifest);
    return { manifest, folder: shelf.folderOf(name), copiedFiles: copied, milliseconds: elapsed() };
  } catch (error) {
    if (folder) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    throw asWriteRefusal(error);
  }
}

async function fill(
  folder: string,
  name: string,
  order: BackupOrder,
  shelf: BackupShelf,
): Promise<{ manifest: Manifest; copied: number }> {
  const tell = order.told ?? (() => undefined);
  await tell({ phase: 'database', done: 0, total: 1 });
  const path = order.postgres ? DUMP_PART : DATABASE_PART;
  const database = join(folder, path);
  const facts = order.postgres
    ? await dumpPostgres(order.postgres, database)
    : await copyInThread(join(order.dataDir, DATABASE_PART), database);
  await settleFile(database);
  await tell({ phase: 'database', done: 1, total: 1 });
  const stored = await copyStoredFiles(new FileStore(join(order.dataDir, 'files')), shelf.files, {
    budgetMs: order.filesBudgetMs ?? Infinity,
    told: (done, total) => tell({ phase: 'files', done, total }),
  });
  const secret = order.loadKey();
  const parts: Part[] = [
    { path, ...(await hashFile(database)) },
    await write(folder, FILES_PART, JSON.stringify(stored.files)),
    await write(folder, ANCHOR_PART, JSON.stringify(facts.anchor)),
    ...(order.keyPlace === 'BACKUP' ? [await write(folder, KEY_PART, secret.toString('hex'))] : []),
    ...(await copyConfig(order.configDir, folder)),
  ];
  const { at, productVersion, keyPlace: place } = order;
  const key = { place, fingerprint: keyFingerprint(secret) };
  const files = {
    count: stored.files.length,
    bytes: stored.files.reduce((sum, file) => sum + file.bytes, 0),
  };
  const about = { format: 1 as const, name, at, productVersion, ...facts, key };
  return {
    manifest: { ...about, parts, files, damagedAtSource: stored.damaged },
    copied: stored.copied,
  };
}

async function write(folder: string, path: string, text: string): Promise<Part> {
  return { path, ...(await writeNewFile(join(folder, path), Buffer.from(text))) };
}

/** The office's customs as they are now; the demonstration year is part of the product and left out. */
async function copyConfig(from: string, folder: string): Promise<Part[]> {
  const parts: Part[] = [];
  for (const path of configFiles(from)) {
    const name = `${CONFIG_FOLDER}/${path}`;
    parts.push({ path: name, ...(await copyToNewFile(join(from, path), join(folder, name))) });
  }
  return parts;
}

/** Files of a folder of customs, by their path in it. */
export function configFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('demo/'))
    .toSorted();
}

function requireSound({ dataDir, postgres }: BackupOrder, shelf: string): void {
  if (!postgres && !existsSync(join(dataDir, DATABASE_PART))) throw backupRefusal('BACKUP_NOTHING');
  const way = relative(resolve(dataDir), shelf);
  if (!way.startsWith('..') && !way.startsWith('/')) throw backupRefusal('BACKUP_INSIDE_DATA');
}
