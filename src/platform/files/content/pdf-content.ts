import { createReadStream } from 'node:fs';
import { createInflate } from 'node:zlib';

/** What makes a PDF do something by itself, or keeps us from looking. */
const ACTIVE = nameOf('JavaScript', 'Launch', 'Encrypt');
/** Where objects are packed; packed in more ways than one, they cannot be looked into. */
const PACKED = nameOf('ObjStm');
const ODD_FILTER = nameOf('ASCIIHexDecode', 'ASCII85Decode', 'LZWDecode', 'RunLengthDecode', 'Crypt');
const PREDICTED = nameOf('Predictor');
const STREAM = />>\s{0,8}stream\r?\n/g;
/** Long enough for the dictionary before a stream; one that is longer is not believed. */
const OVERLAP = 4096;
const MAX_STREAMS = 20_000;
/** Packed objects begin with their numbers and places. */
const PACKED_OBJECTS = /^\s*\d+\s+\d+\s+\d+/;
const MOST_OF_OTHERS = 64 * 1024;
const MOST_OF_OBJECTS = 16 * 1024 * 1024;

/**
 * True when nothing in a PDF can run or hide: no script, no start of programs, no encryption that keeps us from looking.
 * Looks at the plain parts and into every packed one, a piece at a time; what is too much to look at counts as active.
 */
export async function isPassivePdf(path: string): Promise<boolean> {
  const places = await plainPlaces(path);
  if (places === null || places.length > MAX_STREAMS) return false;
  for (const place of places) if (!(await isPassiveStream(path, place))) return false;
  return true;
}

/** Where the streams of a file begin; null as soon as something of it is active or cannot be looked into. */
async function plainPlaces(path: string): Promise<number[] | null> {
  const places = new Set<number>();
  let rest = '';
  let read = 0;
  let isPacked = false;
  let isOdd = false;
  for await (const chunk of createReadStream(path)) {
    const piece = rest + (chunk as Buffer).toString('latin1');
    isPacked ||= PACKED.test(piece);
    isOdd ||= ODD_FILTER.test(piece);
    if (ACTIVE.test(piece) || (isPacked && isOdd)) return null;
    const from = read - rest.length;
    for (const { index, 0: words } of piece.matchAll(STREAM)) {
      if (isHidden(piece.slice(Math.max(0, index - OVERLAP), index))) return null;
      places.add(from + index + words.length);
    }
    read += (chunk as Buffer).length;
    rest = piece.slice(-2 * OVERLAP);
  }
  return [...places];
}

/** True when a stream's dictionary is too long to see, or says that packed objects are turned once more. */
function isHidden(before: string): boolean {
  const start = before.lastIndexOf(' obj');
  if (start < 0 && before.length === OVERLAP) return true;
  const dictionary = before.slice(Math.max(0, start));
  return PACKED.test(dictionary) && PREDICTED.test(dictionary);
}

/** Looks into one stream; what is not packed by the usual method holds no objects that a viewer would read. */
async function isPassiveStream(path: string, start: number): Promise<boolean> {
  const inflate = createInflate();
  const source = createReadStream(path, { start });
  source.on('error', (error) => inflate.destroy(error)).pipe(inflate);
  let rest = '';
  let bytes = 0;
  let most = 0;
  try {
    for await (const chunk of inflate) {
      const piece = rest + (chunk as Buffer).toString('latin1');
      if (bytes === 0) most = PACKED_OBJECTS.test(piece) ? MOST_OF_OBJECTS : MOST_OF_OTHERS;
      if (ACTIVE.test(piece)) return false;
      bytes += (chunk as Buffer).length;
      if (bytes > most) return most === MOST_OF_OTHERS;
      rest = piece.slice(-OVERLAP);
    }
    return true;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // Not packed in this way at all: pictures, mostly. What begins packed and then breaks, viewers mend and we do not.
    if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR') return message === 'incorrect header check';
    throw error;
  } finally {
    source.destroy();
    inflate.destroy();
  }
}

/** Finds any of the names in a PDF; each letter may be written as # and its code. */
function nameOf(...names: string[]): RegExp {
  const written = names.map((name) => [...name].map(escapable).join(''));
  return new RegExp(`/(?:${written.join('|')})(?![A-Za-z0-9])`, 'i');
}

function escapable(letter: string): string {
  return `(?:${letter}|#${letter.charCodeAt(0).toString(16)})`;
}
