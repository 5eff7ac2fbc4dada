import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 640;
const HEIGHT = 400;
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const PAPER = [250, 250, 248] as const;
const LINE = [190, 196, 204] as const;

/**
 * A picture that looks like a photographed page: a coloured head and lines of text. The seed decides colour and lines, so
 * each file differs and is the same bytes every time. Stands in for photos and screenshots nobody has taken.
 */
export function pictureOf(seed: number): Buffer {
  const head = [40 + (seed % 120), 60 + (seed % 90), 110 + (seed % 100)] as const;
  const rows: Buffer[] = [];
  for (let y = 0; y < HEIGHT; y++) {
    const row = Buffer.alloc(1 + WIDTH * 3);
    for (let x = 0; x < WIDTH; x++) row.set(colourAt(x, y, seed, head), 1 + x * 3);
    rows.push(row);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  // Eight bits for each of red, green and blue.
  header.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.concat(rows), { level: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function colourAt(
  x: number,
  y: number,
  seed: number,
  head: readonly [number, number, number],
): readonly number[] {
  if (y < 56) return head;
  const line = Math.floor((y - 80) / 22);
  const isInLine = y > 80 && (y - 80) % 22 < 8 && line < 13;
  const end = 560 - ((line * 97 + seed * 31) % 240);
  return isInLine && x > 48 && x < end ? LINE : PAPER;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
