import { text } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { plainContent, type Content } from './content.js';

/** A part that only one kind of office file has, and that kind. */
const PARTS: readonly [part: string, content: string][] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];
const TYPES = '[Content_Types].xml';
const OFD = 'OFD.xml';
const MAX_ENTRIES = 20_000;
const MAX_TYPES_BYTES = 1024 * 1024;

/** Tells office files and archives apart by the directory of the zip; inflates nothing but the list of content types. */
export async function lookIntoZip(path: string): Promise<Content> {
  try {
    const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
    try {
      return await lookInto(zip);
    } finally {
      zip.close();
    }
  } catch (error) {
    // Whatever the zip library cannot read is no zip that anybody could open; a disk that fails is another matter.
    if ((error as NodeJS.ErrnoException).syscall !== undefined) throw error;
    return plainContent('');
  }
}

async function lookInto(zip: yauzl.ZipFile): Promise<Content> {
  if (zip.entryCount > MAX_ENTRIES) return plainContent('');
  const entries: string[] = [];
  let types = '';
  for await (const entry of zip.eachEntry()) {
    entries.push(entry.fileName);
    if (entry.fileName === TYPES && entry.uncompressedSize <= MAX_TYPES_BYTES) {
      types = await text(await zip.openReadStreamPromise(entry));
    }
  }
  const office = entries.includes(TYPES) ? PARTS.find(([part]) => entries.includes(part)) : undefined;
  const hasMacro = entries.some((name) => /vbaProject\.bin$/i.test(name)) || /macroEnabled/i.test(types);
  if (office) return { ...plainContent(office[1]), hasMacro };
  if (entries.includes(OFD)) return { ...plainContent('application/ofd'), hasMacro };
  return { ...plainContent('application/zip'), hasMacro, entries };
}
