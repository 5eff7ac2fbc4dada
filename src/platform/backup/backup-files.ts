import { stopwatch } from '../clock/elapsed.js';
import { DomainError } from '../../domain/refusal.js';
import type { FileStore, StoredFile } from '../files/file-store.js';

/** Thrown when the time for copying is used up; what is copied stays, so the next attempt goes on from there. */
export class FilesUnfinishedError extends Error {
  constructor(readonly left: number) {
    super(`还有 ${left} 个文件待复制，下一次备份接着进行`);
    this.name = 'FilesUnfinishedError';
  }
}

/** What came of copying stored files. */
export interface CopiedFiles {
  /** Files the backup holds. */
  files: StoredFile[];
  /** How many of them were not on the shelf before. */
  copied: number;
  /** Hashes of files that were damaged already where they came from, and of which the shelf has no good copy. */
  damaged: string[];
}

/** How long to copy, and whom to tell. */
export interface CopyRule {
  budgetMs: number;
  told: (done: number, total: number) => Promise<void> | void;
}

/**
 * Copies to the shelf what is not there yet. A file that is there with the right size was compared with its hash when it
 * came and is compared again by every verification. A damaged source is told and does not stop the rest.
 */
export async function copyStoredFiles(
  source: FileStore,
  shelf: FileStore,
  rule: CopyRule,
): Promise<CopiedFiles> {
  const elapsed = stopwatch();
  const all = await source.list();
  const result: CopiedFiles = { files: [], copied: 0, damaged: [] };
  for (const [at, file] of all.entries()) {
    if (elapsed() > rule.budgetMs) throw new FilesUnfinishedError(all.length - at);
    const outcome = await copyOne(source, shelf, file);
    if (outcome === 'copied') result.copied += 1;
    if (outcome === 'damaged') result.damaged.push(file.sha256);
    if (outcome === 'copied' || outcome === 'there') result.files.push(file);
    await rule.told(at + 1, all.length);
  }
  return result;
}

async function copyOne(
  source: FileStore,
  shelf: FileStore,
  file: StoredFile,
): Promise<'there' | 'copied' | 'damaged' | 'gone'> {
  if ((await shelf.sizeOf(file.sha256)) === file.bytes) return 'there';
  try {
    await shelf.put(await source.open(file.sha256), file);
    return 'copied';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // An upload that no row knows may be swept away between the listing and the copying.
    return error.code === 'FILE_NOT_STORED' ? 'gone' : 'damaged';
  }
}
