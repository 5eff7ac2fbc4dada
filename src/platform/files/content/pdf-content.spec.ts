import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { isPassivePdf } from './pdf-content.js';

const HEAD = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n';
const TAIL = '\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';
const SCRIPT = '<< /S /JavaScript /JS (app.alert(1)) >>';

/** A stream object with a dictionary and its bytes as they lie in the file. */
const stream = (dictionary: string, bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`7 0 obj\n<< ${dictionary} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
const packed = (text: string) => deflateSync(Buffer.from(text));
const file = (...parts: (Buffer | string)[]): Buffer =>
  Buffer.concat([HEAD, ...parts, TAIL].map((part) => Buffer.from(part)));

describe('what can run in a PDF', () => {
  const folder = mkdtempSync(join(tmpdir(), 'diaodu-pdf-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const isPassive = async (bytes: Buffer): Promise<boolean> => {
    const path = join(folder, 'file.pdf');
    writeFileSync(path, bytes);
    return isPassivePdf(path);
  };

  it.each([
    ['a plain paper', file('')],
    ['links and jumps', file('3 0 obj\n<< /OpenAction [3 0 R /Fit] /A << /S /URI /URI (http://example.invalid) >> >>\nendobj\n')],
    ['packed objects', file(stream('/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode', packed('11 0 << /Type /Page >>')))],
    ['a picture', file(stream('/Subtype /Image /Filter /DCTDecode', randomBytes(300_000)))],
    ['a packed picture', file(stream('/Subtype /Image /Filter /FlateDecode', deflateSync(randomBytes(2_000_000))))],
    ['an index turned once more', file(stream('/Type /XRef /Filter /FlateDecode /DecodeParms << /Predictor 12 >>', packed('0 0 0')))],
    ['old packing without packed objects', file(stream('/Filter /LZWDecode', randomBytes(400)))],
  ])('nothing does: %s', async (_, bytes) => {
    expect(await isPassive(bytes)).toBe(true);
  }); // prettier-ignore

  it.each([
    ['a script', file(`3 0 obj\n${SCRIPT}\nendobj\n`)],
    ['a script whose name is written otherwise', file('3 0 obj\n<< /S /Java#53cri#70t /JS 5 0 R >>\nendobj\n')],
    ['a program to start', file('3 0 obj\n<< /S /Launch /F (x.exe) >>\nendobj\n')],
    ['a script among packed objects', file(stream('/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode', packed(`11 0 ${SCRIPT}`)))],
    ['a script far down in packed objects', file(stream('/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode', packed(`11 0 12 9 << >>${' '.repeat(900_000)}${SCRIPT}`)))],
    ['a script behind a stream that is none', file(`% >>\nstream\n`, `3 0 obj\n${SCRIPT}\nendobj\n`)],
    ['packed objects packed twice', file(stream('/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]', Buffer.from(packed(SCRIPT).toString('hex'))))],
    ['packed objects turned once more', file(stream('/Type /Obj#53tm /Filter /FlateDecode /DecodeParms << /Predictor 12 >>', packed('x')))],
    ['packed objects that break off', file(stream('/Type /ObjStm /Filter /FlateDecode', packed(`11 0 ${SCRIPT}`).subarray(0, 30)))],
    ['a lock that keeps us from looking', file('9 0 obj\n<< /Encrypt 8 0 R >>\nendobj\n')],
    ['more than can be looked at', file(stream('/Type /ObjStm /Filter /FlateDecode', packed(`11 0 12 9 ${' '.repeat(17_000_000)}`)))],
    ['a dictionary too long to see', file(stream(`/Type /ObjStm ${' '.repeat(9000)} /DecodeParms << /Predictor 12 >>`, packed('x')))],
  ])('something may: %s', async (_, bytes) => {
    expect(await isPassive(bytes)).toBe(false);
  }); // prettier-ignore

  it('looks into every one of many streams, as a paper of hundreds of pages has them', async () => {
    const pages = Array.from({ length: 400 }, (_, i) =>
      stream('/Filter /FlateDecode', deflateSync(randomBytes(200 * (i % 5) + 1))),
    );
    const objects = stream('/Type /ObjStm /Filter /FlateDecode', packed(`11 0 ${SCRIPT}`));
    expect(await isPassive(file(...pages))).toBe(true);
    expect(await isPassive(file(...pages, objects))).toBe(false);
  });

  it('finds what lies across two pieces of reading', async () => {
    for (const shift of [0, 3, 8, 11]) {
      const pad = ' '.repeat(64 * 1024 - HEAD.length - shift);
      expect(await isPassive(file(pad, `3 0 obj\n${SCRIPT}\nendobj\n`))).toBe(false);
    }
  });
});
