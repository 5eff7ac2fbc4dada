import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWholeFile } from '../files/write-whole-file.js';
import type { BackupShelf } from './backup-shelf.js';
import type { DatabaseCheck } from './check-dump.js';
import type { BackupVerdict } from './verify-backup.js';

const FOLDER = '.verified';

/** When a backup was last looked through, and what that gave. Kept beside the backups, which never change. */
export interface VerifiedMark {
  at: number;
  ok: boolean;
  faults: string[];
  /** How thoroughly the database was looked through; marks of earlier versions do not say. */
  databaseCheck?: DatabaseCheck | null;
}

/** The mark of a backup, or null when it was never looked through. */
export async function readMark(shelf: BackupShelf, name: string): Promise<VerifiedMark | null> {
  const text = await readFile(pathOf(shelf, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : (JSON.parse(text) as VerifiedMark);
}

/** Writes the mark of a backup. */
export async function writeMark(
  shelf: BackupShelf,
  name: string,
  at: number,
  { ok, faults, databaseCheck }: BackupVerdict,
): Promise<void> {
  await mkdir(join(shelf.root, FOLDER), { recursive: true, mode: 0o700 });
  await writeWholeFile(pathOf(shelf, name), Buffer.from(JSON.stringify({ at, ok, faults, databaseCheck })));
}

/** Takes the mark of a backup away with the backup. */
export async function removeMark(shelf: BackupShelf, name: string): Promise<void> {
  await rm(pathOf(shelf, name), { force: true });
}

function pathOf(shelf: BackupShelf, name: string): string {
  return join(shelf.root, FOLDER, `${name}.json`);
}
