import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Hash (lower-case hex) and size of a file. */
export interface Measured {
  sha256: string;
  bytes: number;
}

/** Puts a folder's entries on the disk; a renamed or new file can be gone after a power cut without it. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Hash and size of a file, read piece by piece. */
export async function hashFile(path: string): Promise<Measured> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of createReadStream(path)) {
    hash.update(piece as Buffer);
    bytes += (piece as Buffer).length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** Writes a new file that only the service's user can read, on the disk when the promise resolves; gives hash and size. */
export async function writeNewFile(path: string, content: Buffer): Promise<Measured> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length };
}

/** Copies a file to a new place, on the disk when the promise resolves; gives hash and size of what was read. */
export async function copyToNewFile(from: string, to: string): Promise<Measured> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const file = await open(to, 'wx', 0o600);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const piece of createReadStream(from)) {
      hash.update(piece as Buffer);
      bytes += (piece as Buffer).length;
      await file.writeFile(piece as Buffer);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** Puts a file that another program wrote on the disk, and leaves it readable to the service's user only. */
export async function settleFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.chmod(0o600);
    await file.sync();
  } finally {
    await file.close();
  }
}
