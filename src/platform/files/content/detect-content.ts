import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { plainContent, type Content } from './content.js';
import { lookIntoCompound } from './compound-content.js';
import { isPassivePdf } from './pdf-content.js';
import { isMarkedText, isPlainText, looksLikeMarkup } from './text-content.js';
import { lookIntoZip } from './zip-content.js';

const HEAD_BYTES = 1024;
const ZIP_HEADS = ['504b0304', '504b0506'];
const COMPOUND_HEAD = 'd0cf11e0a1b11ae1';

/**
 * Recognises a file by its bytes. Reads only what it needs and never more than a piece at a time; zip and compound
 * files are told apart by what they hold, and text only when every byte of it is text and it is no page or script.
 */
export async function detectContent(path: string): Promise<Content> {
  const head = await headOf(path);
  const magic = head.toString('hex');
  if (ZIP_HEADS.some((start) => magic.startsWith(start))) return lookIntoZip(path);
  if (magic.startsWith(COMPOUND_HEAD)) return lookIntoCompound(path);
  // A page that begins like a picture or a paper is still what its first bytes say; one that begins as a page is refused.
  if (looksLikeMarkup(head)) return plainContent('text/html');
  // The mark of UTF-16 looks like the beginning of a sound, so it is asked first.
  if (isMarkedText(head) && (await isPlainText(path))) return plainContent('text/plain');
  const found = await fileTypeFromFile(path);
  if (found?.mime === 'application/pdf') {
    return { ...plainContent(found.mime), isPassive: await isPassivePdf(path) };
  }
  if (found) return plainContent(found.mime);
  return plainContent((await isPlainText(path)) ? 'text/plain' : '');
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
