import { createReadStream } from 'node:fs';
import { plainContent, type Content } from './content.js';

/** Names of streams in a compound file (OLE), which its directory holds in UTF-16, and what they tell. */
const STREAMS: readonly [stream: string, content: string][] = [
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['Book', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
];
const ENCRYPTED = 'EncryptedPackage';
const MACROS = '_VBA_PROJECT';

const NAMES = [...STREAMS.map(([stream]) => stream), ENCRYPTED, MACROS];

/** Tells the old office formats apart by the streams they hold, and finds macros and passwords. */
export async function lookIntoCompound(path: string): Promise<Content> {
  const found = await namesIn(path);
  const known = STREAMS.find(([stream]) => found.has(stream));
  return {
    ...plainContent(known?.[1] ?? 'application/x-cfb'),
    hasMacro: found.has(MACROS),
    isEncrypted: found.has(ENCRYPTED),
  };
}

/** Directory names that occur in a file; read piece by piece with an overlap, so that none is cut in two. */
async function namesIn(path: string): Promise<Set<string>> {
  const wanted = NAMES.map((name) => [name, directoryName(name)] as const);
  const overlap = Math.max(...wanted.map(([, bytes]) => bytes.length)) - 1;
  const found = new Set<string>();
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path)) {
    const piece = Buffer.concat([rest, chunk as Buffer]);
    for (const [name, bytes] of wanted) if (piece.includes(bytes)) found.add(name);
    rest = piece.subarray(Math.max(0, piece.length - overlap));
  }
  return found;
}

/** A name as a directory entry holds it: UTF-16, closed by a zero. Running text has no zero after the word. */
function directoryName(name: string): Buffer {
  return Buffer.from(`${name}\0`, 'utf16le');
}
