import type { Database } from '../database/database.js';
import type { FileStore } from '../files/file-store.js';
import { knownHashes } from '../files/known-hashes.js';

/** How rows and stored files agree. */
export interface FilesFound {
  orphanFiles: number;
  missingFiles: number;
  alteredFiles: number;
}

/** Twice the age at which the daily sweep removes them: by then it should have. */
const ORPHAN_MS = 48 * 3_600_000;
/** Sign of life for the run's lease. */
const FILES_PER_STEP = 500;

/**
 * Compares what rows say of files with what lies in the store: sizes, not contents, which verifying a backup reads. A
 * table that has files names their hash `sha256` and their size `bytes`, as every table here does.
 */
export async function checkFiles(
  db: Database,
  files: FileStore,
  now: number,
  told: () => Promise<void>,
): Promise<FilesFound> {
  const known = await knownHashes(db);
  const orphans = await files.untouchedSince(now - ORPHAN_MS);
  const found: FilesFound = {
    orphanFiles: orphans.filter((sha256) => !known.has(sha256)).length,
    missingFiles: 0,
    alteredFiles: 0,
  };
  let looked = 0;
  for (const { sha256, bytes } of await registeredFiles(db)) {
    const size = await files.sizeOf(sha256);
    if (size === null) found.missingFiles += 1;
    else if (size !== bytes) found.alteredFiles += 1;
    if (++looked % FILES_PER_STEP === 0) await told();
  }
  return found;
}

async function registeredFiles(db: Database): Promise<{ sha256: string; bytes: number }[]> {
  const registered: { sha256: string; bytes: number }[] = [];
  for (const { tableName, columns } of db.source.entityMetadatas) {
    const names = columns.map(({ databaseName }) => databaseName);
    if (!names.includes('sha256') || !names.includes('bytes')) continue;
    registered.push(
      ...(await db.read<{ sha256: string; bytes: number }>(
        `SELECT DISTINCT sha256, bytes FROM ${tableName} WHERE sha256 IS NOT NULL`,
      )),
    );
  }
  return registered;
}
