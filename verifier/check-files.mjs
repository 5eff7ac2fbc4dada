import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';

/**
 * Reads every stored file that a piece of evidence names and compares its hash; gives how many were read.
 * @param {string} folder @param {Map<string, {fields: object}>} rows @param {(seq: number, text: string) => void} fault
 */
export async function checkFiles(folder, rows, fault) {
  const named = new Map();
  for (const [name, { fields }] of rows) if (fields.sha256) named.set(fields.sha256, { name, fields });
  for (const [sha256, { name, fields }] of named) {
    const found = await hashOf(join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256));
    if (found === null) fault(0, `${name}（${fields.name}）的文件不在 ${folder} 中`);
    else if (found !== sha256) fault(0, `${name}（${fields.name}）的文件被改动`);
  }
  return named.size;
}

async function hashOf(path) {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path)) hash.update(piece);
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
  return hash.digest('hex');
}
