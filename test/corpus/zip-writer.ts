import { constants, deflateRawSync } from 'node:zlib';

/** A part as an honest archive has it, or with one lie told about it. */
export interface ZipPart {
  name: string;
  content: Buffer | string;
  /** Already deflated content of this inflated size. */
  deflatedFrom?: number;
  declaredSize?: number;
  encrypted?: boolean;
  /** Points to the local header of this other part. */
  sharesHeaderOf?: number;
}

/** Writes a zip by hand, because no library writes a bad one. */
export function zipOf(parts: ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const content = Buffer.from(part.content as Buffer);
    const packed = part.deflatedFrom === undefined ? deflateRawSync(content) : content;
    const size = part.declaredSize ?? part.deflatedFrom ?? content.length;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE((part.encrypted ? 1 : 0) | 0x800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt16LE(0x21, 8);
    fields.writeUInt32LE(part.deflatedFrom === undefined ? crc32(content) : 0, 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(name.length, 22);
    if (part.sharesHeaderOf === undefined) {
      offsets.push(offset);
      local.push(Buffer.from('504b0304', 'hex'), fields, name, packed);
      offset += 30 + name.length + packed.length;
    } else offsets.push(offsets[part.sharesHeaderOf]!);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offsets.at(-1)!, 10);
    directory.push(Buffer.from('504b01021400', 'hex'), fields, tail, name);
  }
  const directorySize = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directorySize, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, ...directory, end]);
}

/** Deflated content of many equal pieces between a head and a tail, made without ever holding the whole. */
export function repeated(head: string, piece: string, times: number, tail: string) {
  const flushed = (text: string) =>
    deflateRawSync(Buffer.from(text), { finishFlush: constants.Z_SYNC_FLUSH });
  const body = flushed(piece);
  const content = Buffer.concat([
    flushed(head),
    ...Array<Buffer>(times).fill(body),
    deflateRawSync(Buffer.from(tail)),
  ]);
  return { content, deflatedFrom: head.length + piece.length * times + tail.length };
}

const CRC_TABLE = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
