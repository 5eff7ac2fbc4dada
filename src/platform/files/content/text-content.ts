import { createReadStream } from 'node:fs';

const MARKS: readonly [encoding: string, mark: string][] = [
  ['utf-16le', 'fffe'],
  ['utf-16be', 'feff'],
];

/** Beginnings by which browsers and shells know what they may run. */
const MARKUP = /^\s*(<!doctype|<html|<head|<body|<script|<svg|<\?xml|<!--|<iframe|<img|<\?php|<%|#!)/i;

// oxlint-disable-next-line no-control-regex -- NUL and its like show a binary file
const NOT_TEXT = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/;

/** True when the first bytes would be read as a page, a drawing with scripts, or a script. */
export function looksLikeMarkup(head: Buffer): boolean {
  const encoding = MARKS.find(([, mark]) => head.toString('hex').startsWith(mark))?.[0] ?? 'utf-8';
  return MARKUP.test(new TextDecoder(encoding).decode(head));
}

/** True when a file begins with the mark of UTF-16. */
export function isMarkedText(head: Buffer): boolean {
  return MARKS.some(([, mark]) => head.toString('hex').startsWith(mark));
}

/** True when all of a file is text in one of the encodings office machines write: UTF-8, GB18030, UTF-16 with its mark. */
export async function isPlainText(path: string): Promise<boolean> {
  for (const encoding of ['utf-8', 'gb18030', 'utf-16le', 'utf-16be']) {
    if (await isTextIn(path, encoding)) return true;
  }
  return false;
}

async function isTextIn(path: string, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const mark = MARKS.find(([name]) => name === encoding)?.[1];
  let isFirst = true;
  try {
    for await (const chunk of createReadStream(path)) {
      const bytes = chunk as Buffer;
      if (isFirst && mark !== undefined && !bytes.toString('hex', 0, 2).startsWith(mark)) return false;
      isFirst = false;
      if (NOT_TEXT.test(decoder.decode(bytes, { stream: true }))) return false;
    }
    decoder.decode();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}
