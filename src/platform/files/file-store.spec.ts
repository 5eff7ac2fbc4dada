import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { FileStore } from './file-store.js';

const REPORT = Buffer.from('堤防除险加固进展报告');
const HASH = createHash('sha256').update(REPORT).digest('hex');
const LONG_AGO = 1_000_000;

describe('file store', () => {
  let root: string;
  let store: FileStore;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'diaodu-files-'));
    store = new FileStore(root);
  });
  afterEach(() => rm(root, { recursive: true }));

  const files = async () =>
    (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const pathOf = (sha256: string) => join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

  it('keeps a buffer or a stream under its hash and gives it back', async () => {
    expect(await store.put(REPORT)).toEqual({ sha256: HASH, bytes: REPORT.length });
    const pieces = [REPORT.subarray(0, 5), REPORT.subarray(5)];
    expect(await store.put(Readable.from(pieces))).toEqual({ sha256: HASH, bytes: REPORT.length });
    expect(await text(await store.open(HASH))).toBe(REPORT.toString());
    expect((await files()).map((entry) => entry.name)).toEqual([HASH]);
  });

  it('tells what it holds and how large it is', async () => {
    const stored = await store.put(REPORT);
    const empty = await store.put(Buffer.alloc(0));
    await writeFile(join(root, 'tmp', 'left-by-a-crash'), 'half');
    expect(await store.list()).toEqual([stored, empty].toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1)));
    expect(await store.sizeOf(HASH)).toBe(REPORT.length);
    expect(await store.sizeOf('ab'.repeat(32))).toBeNull();
    expect(await new FileStore(join(root, 'nowhere')).list()).toEqual([]);
  });

  it('takes an empty file', async () => {
    const stored = await store.put(Buffer.alloc(0));
    expect(stored.bytes).toBe(0);
    expect(await store.verify(stored.sha256)).toBe(true);
  });

  it('leaves nothing behind when the stream breaks off', async () => {
    async function* brokenOff() {
      yield REPORT;
      throw new Error('connection lost');
    }
    await expect(store.put(Readable.from(brokenOff()))).rejects.toThrow('connection lost');
    expect(await files()).toEqual([]);
  });

  it.each([
    ['FILE_CUT_OFF', { bytes: REPORT.length + 1 }],
    ['FILE_ALTERED', { sha256: 'ab'.repeat(32) }],
    ['FILE_TOO_LARGE', { maxBytes: REPORT.length - 1 }],
  ])('refuses %s and leaves nothing behind', async (code, expected) => {
    await expect(store.put(Readable.from([REPORT]), expected)).rejects.toMatchObject({ code });
    expect(await files()).toEqual([]);
  });

  it('takes exactly the allowed size', async () => {
    await expect(store.put(REPORT, { maxBytes: REPORT.length, bytes: REPORT.length })).resolves.toBeDefined();
  });

  it.each([['ab'.repeat(32)], ['../../etc/passwd'], ['']])('does not open %j', async (name) => {
    await expect(store.open(name)).rejects.toMatchObject({ code: 'FILE_NOT_STORED' });
  });

  it('notices altered bytes, and the same content put again repairs them', async () => {
    await store.put(REPORT);
    await writeFile(pathOf(HASH), 'forged');
    expect(await store.verify(HASH)).toBe(false);
    await store.put(REPORT);
    expect(await store.verify(HASH)).toBe(true);
  });

  it('sweeps old files without a row and old leavings, nothing else', async () => {
    const known = await store.put(REPORT);
    const orphan = await store.put(Buffer.from('orphan'));
    const young = await store.put(Buffer.from('young orphan'));
    await writeFile(join(root, 'tmp', 'left-by-a-crash'), 'half');
    await writeFile(join(root, 'tmp', 'being-written'), 'half');
    for (const path of [pathOf(known.sha256), pathOf(orphan.sha256), join(root, 'tmp', 'left-by-a-crash')]) {
      await utimes(path, LONG_AGO, LONG_AGO);
    }
    const removed = await store.sweepOrphans(async (sha256) => sha256 === known.sha256, LONG_AGO * 1000 + 1);
    expect(removed).toEqual([orphan.sha256]);
    const left = (await files()).map((entry) => entry.name).toSorted();
    expect(left).toEqual([known.sha256, young.sha256, 'being-written'].toSorted());
  });

  it('two uploads of the same content at once end as one whole file', async () => {
    await Promise.all(Array.from({ length: 8 }, () => store.put(Readable.from([REPORT]))));
    expect((await files()).map((entry) => entry.name)).toEqual([HASH]);
    expect(await store.verify(HASH)).toBe(true);
  });
});
