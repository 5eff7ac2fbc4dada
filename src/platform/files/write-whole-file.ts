import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './durable-files.js';

/**
 * Writes a file a person asked for, whole or not at all; its folder is made, and a file that is there already is replaced
 * in one step. One with secrets in it gets a mode that keeps other users of the machine out.
 */
export async function writeWholeFile(path: string, bytes: Buffer, mode = 0o644): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  const file = await open(temporary, 'w', mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  await syncFolder(dirname(path));
}
