import { PassThrough, type Readable } from 'node:stream';
import { once } from 'node:events';
import { Zip, ZipPassThrough } from 'fflate';

/** A part of a zip: its name in it, and how to come to its bytes. */
export interface PackPart {
  path: string;
  open: () => Promise<Readable> | Readable;
}

/** One fixed time, so that the same files give the same pack. */
const ZIP_TIME = '1980-01-01T00:00:00';

/**
 * Streams a zip: at most a piece of one file is in memory, however large the files are. They are stored and not packed,
 * since pictures and PDF hardly shrink. A file that cannot be read ends the stream with its error.
 */
export function writePack(parts: readonly PackPart[]): Readable {
  const out = new PassThrough();
  const zip = new Zip((error, bytes, isLast) => {
    if (error) out.destroy(error);
    else out.write(Buffer.from(bytes));
    if (isLast) out.end();
  });
  void fill(zip, parts, out).catch((error: Error) => out.destroy(error));
  return out;
}

async function fill(zip: Zip, parts: readonly PackPart[], out: PassThrough): Promise<void> {
  for (const part of parts) {
    const entry = new ZipPassThrough(part.path);
    entry.mtime = ZIP_TIME;
    zip.add(entry);
    for await (const piece of await part.open()) {
      if (out.destroyed) return;
      entry.push(new Uint8Array(piece as Buffer));
      if (out.writableNeedDrain) await once(out, 'drain');
    }
    entry.push(new Uint8Array(), true);
  }
  zip.end();
}
