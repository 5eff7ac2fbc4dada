import { officeRefusal } from './office.errors.js';

const BYTE_ORDER_MARKS: [encoding: string, mark: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Takes the bytes of a text file; gives its text with line ends as LF. A byte order mark decides, else UTF-8,
 * else GB18030 (which covers GBK and GB2312), the encodings office machines write.
 * Refuses (FILE_ENCODING) what none of them can decode without loss, and text with control characters.
 */
export function decodeText(bytes: Buffer): string {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  const text = marked ? decode(bytes, marked[0]) : (decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030'));
  // oxlint-disable-next-line no-control-regex -- NUL and its like show a binary file or a wrong encoding
  if (text === null || /[\u0000-\u0008\u000E-\u001A\u001C-\u001F\uFFFE\uFFFF]/.test(text)) {
    throw officeRefusal('FILE_ENCODING');
  }
  return text.replace(/\r\n?/g, '\n');
}

function decode(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return null;
    throw error;
  }
}
