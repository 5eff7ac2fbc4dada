import { createHash } from 'node:crypto';
import { createReadStream, statSync, unlinkSync } from 'node:fs';
import { mkdir, open, readdir, rename, stat, unlink, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { uuidv7 } from 'uuidv7';
import { fileRefusal } from './file-store.errors.js';
import { syncFolder } from './durable-files.js';

/** What is kept of a stored file in a row: its name in the store is its content. */
export interface StoredFile {
  /** Lower-case hex. */
  sha256: string;
  bytes: number;
}

/** What the sender said of the file; where given it must agree. */
export interface Expected {
  sha256?: string;
  bytes?: number;
  maxBytes?: number;
  /** Looks at the whole content before anybody else can; what it throws keeps the file out. */
  inspect?: (path: string, bytes: number) => Promise<void>;
}

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * Keeps files under the hash of their content, on a local disk. A file appears under its name only when it is
 * whole and on the disk: temporary file, hash, fsync, rename, fsync of the folder. Never overwritten.
 */
export class FileStore {
  constructor(private readonly root: string) {}

  /**
   * Takes the content; gives hash and size once both file and folder entry are on the disk. The same content
   * twice is one file. Refuses content that is larger than allowed or differs from what was expected; then, and
   * when the stream breaks off, nothing stays behind.
   */
  async put(content: Readable | Buffer, expected: Expected = {}): Promise<StoredFile> {
    const folder = join(this.root, 'tmp');
    await mkdir(folder, { recursive: true });
    const temporary = join(folder, uuidv7());
    const file = await open(temporary, 'wx', 0o600);
    try {
      const stored = await write(file, content, expected.maxBytes ?? Infinity);
      compare(stored, expected);
      await expected.inspect?.(temporary, stored.bytes);
      await file.sync();
      await file.close();
      await this.place(temporary, stored.sha256);
      return stored;
    } catch (error) {
      await file.close().catch(() => undefined);
      await unlink(temporary).catch(() => undefined);
      throw error;
    }
  }

  /** Gives the content as a stream; refuses (FILE_NOT_STORED) a hash that is not in the store. */
  async open(sha256: string): Promise<Readable> {
    const path = this.pathOf(sha256);
    await stat(path).catch(notStored(sha256));
    return createReadStream(path);
  }

  /** True when the stored bytes still have their hash; refuses (FILE_NOT_STORED) what is not in the store. */
  async verify(sha256: string): Promise<boolean> {
    const hash = createHash('sha256');
    for await (const chunk of await this.open(sha256)) hash.update(chunk as Buffer);
    return hash.digest('hex') === sha256;
  }

  /** Size of a stored file, or null when it is not in the store. */
  async sizeOf(sha256: string): Promise<number | null> {
    const found = await stat(this.pathOf(sha256)).catch(nothing);
    return found?.size ?? null;
  }

  /** Every stored file, in the order of the hashes. */
  async list(): Promise<StoredFile[]> {
    const files: StoredFile[] = [];
    for (const path of (await filesUnder(this.root)).toSorted()) {
      const sha256 = path.slice(-64);
      if (!SHA256.test(sha256) || path !== this.pathOf(sha256)) continue;
      const bytes = await this.sizeOf(sha256);
      if (bytes !== null) files.push({ sha256, bytes });
    }
    return files;
  }

  /** Hashes of stored files last touched before an instant (milliseconds). */
  async untouchedSince(before: number): Promise<string[]> {
    const found: string[] = [];
    for (const path of await filesUnder(this.root)) {
      const sha256 = path.slice(-64);
      if (!SHA256.test(sha256) || path !== this.pathOf(sha256)) continue;
      const file = await stat(path).catch(nothing);
      if (file && file.mtimeMs < before) found.push(sha256);
    }
    return found;
  }

  /**
   * Removes what no row knows and what uploads have left behind, if last touched before `before` (milliseconds):
   * a younger file may belong to a deed that is still being written. Gives the hashes removed.
   */
  async sweepOrphans(isKnown: (sha256: string) => Promise<boolean>, before: number): Promise<string[]> {
    const removed: string[] = [];
    for (const path of await filesUnder(join(this.root, 'tmp'))) {
      // An upload that ends meanwhile takes its file away from here.
      const found = await stat(path).catch(nothing);
      if (found && found.mtimeMs < before) await unlink(path).catch(nothing);
    }
    for (const path of await filesUnder(this.root)) {
      const sha256 = path.slice(-64);
      if (!SHA256.test(sha256) || path !== this.pathOf(sha256)) continue;
      if ((await stat(path)).mtimeMs >= before || (await isKnown(sha256))) continue;
      // Asked again: the same content may have been stored anew while the rows were looked through.
      if (statSync(path).mtimeMs >= before) continue;
      unlinkSync(path);
      removed.push(sha256);
    }
    return removed;
  }

  private async place(temporary: string, sha256: string): Promise<void> {
    const path = this.pathOf(sha256);
    await mkdir(dirname(path), { recursive: true });
    // Content under this name is the same by definition; replacing it is safe and repairs a damaged copy.
    await rename(temporary, path);
    // All levels, each time: whoever made a folder may have died before its entry was on the disk.
    const [inner, outer] = [dirname(path), dirname(dirname(path))];
    for (const folder of [inner, outer, this.root, dirname(this.root)]) await syncFolder(folder);
  }

  private pathOf(sha256: string): string {
    if (!SHA256.test(sha256)) throw fileRefusal('FILE_NOT_STORED', { sha256 });
    return join(this.root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

async function write(file: FileHandle, content: Readable | Buffer, most: number): Promise<StoredFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of Buffer.isBuffer(content) ? [content] : content) {
    const chunk = Buffer.isBuffer(piece) ? piece : Buffer.from(piece as Uint8Array);
    bytes += chunk.length;
    if (bytes > most) throw fileRefusal('FILE_TOO_LARGE', { limit: most });
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  return { sha256: hash.digest('hex'), bytes };
}

function compare(stored: StoredFile, expected: Expected): void {
  if (expected.bytes !== undefined && expected.bytes !== stored.bytes) {
    throw fileRefusal('FILE_CUT_OFF', { expected: expected.bytes, received: stored.bytes });
  }
  if (expected.sha256 !== undefined && expected.sha256.toLowerCase() !== stored.sha256) {
    throw fileRefusal('FILE_ALTERED', { expected: expected.sha256, received: stored.sha256 });
  }
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(onlyMissing);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function nothing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

function onlyMissing(error: NodeJS.ErrnoException): [] {
  nothing(error);
  return [];
}

function notStored(sha256: string) {
  return (error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? fileRefusal('FILE_NOT_STORED', { sha256 }) : error;
  };
}
