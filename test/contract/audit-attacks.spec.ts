import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Settings } from '../../src/platform/config/settings.js';
import { anchoredOffice, type AnchoredOffice } from '../support/anchored-office.js';
import type { TestApp } from '../support/app.js';
import {
  Archive,
  sealedAnew,
  sealedWithoutKey,
  type ArchiveLine,
  type ArchivedEvent,
} from '../support/archive-lines.js';
import { DATABASES } from '../support/databases.js';

const VERIFIER = 'verifier/verify.mjs';

interface Fault {
  by: 'chain' | 'anchor' | 'coverage' | 'files';
  seq: number;
  text: string;
}

/** What is handed to the verifier besides the archive. */
interface Given {
  anchors?: readonly string[];
  key?: boolean;
}

describe.each(DATABASES)('attacks on the audit trail of %s, against the offline verifier', (database) => {
  let test: TestApp;
  let office: AnchoredOffice;
  let key: Buffer;
  let archive: Archive;
  let early: Archive;
  let anchored: readonly number[];
  let path: AnchoredOffice['path'];
  let disk: AnchoredOffice['disk'];
  let archived: AnchoredOffice['archived'];
  let change: AnchoredOffice['change'];

  beforeAll(async () => {
    office = await anchoredOffice(database);
    ({ test, key, archive, early, anchored, path, disk, archived, change } = office);
  });
  afterAll(() => office.close());

  /** Runs the verifier on an archive and gives what it found. */
  const verify = (tampered: Archive, { anchors = [disk('disk-a'), disk('disk-b')], key: withKey = true }: Given = {}) => {
    writeFileSync(path('tampered.jsonl'), tampered.text());
    const words = [...anchors.flatMap((file) => ['--anchor', file]), ...(withKey ? ['--key', path('key')] : [])];
    const run = spawnSync(process.execPath, [VERIFIER, path('tampered.jsonl'), ...words, '--json'], { encoding: 'utf8' });
    expect([run.status === 0 || run.status === 1, run.stderr]).toEqual([true, '']);
    const verdict = JSON.parse(run.stdout) as { ok: boolean; faults: Fault[]; anchoredUpTo: number };
    expect(verdict.ok).toBe(run.status === 0);
    return verdict;
  }; // prettier-ignore
  const found = (faults: readonly Fault[]) => [...new Set(faults.map(({ by }) => by))].toSorted();
  const noKey: Given = { anchors: [], key: false };
  const keyOnly: Given = { anchors: [] };
  /** An event before the second anchor, behind the first. */
  const victim = () => (anchored[0] ?? 0) + 1;

  it('finds nothing wrong where nothing is, with and without key and anchors', () => {
    expect(verify(archive)).toMatchObject({ ok: true, faults: [], anchoredUpTo: anchored[2] });
    expect(verify(archive, noKey)).toMatchObject({ ok: true, anchoredUpTo: 0 });
    expect(verify(early, keyOnly)).toMatchObject({ ok: true });
  });

  it('1 · a changed field: by the seal with the key, by the anchor without it, and within one interval', () => {
    const tampered = archive.changing(victim(), { holder: '别人' });
    expect(verify(tampered, keyOnly).faults).toEqual([
      expect.objectContaining({ by: 'chain', seq: victim() }),
    ]);
    const { faults } = verify(tampered, { key: false });
    expect(faults[0]?.text).toContain(`第 ${anchored[0]! + 1} 条至第 ${anchored[1]} 条之间`);
    expect(verify(tampered, noKey).ok).toBe(true);
  });

  it('2 · a deleted event in the middle', () => {
    const tampered = archive.withEvents(archive.events.filter(({ seq }) => seq !== victim()));
    for (const given of [{}, keyOnly, noKey])
      expect(found(verify(tampered, given).faults)).toContain('chain');
    expect(verify(tampered, noKey).faults[0]?.text).toContain('缺 1 条');
  });

  it('3 · the last events deleted and the head put back: by an anchor only', () => {
    const tampered = archive.withEvents(archive.events.filter(({ seq }) => seq < anchored[2]!));
    expect(verify(tampered, keyOnly).ok).toBe(true);
    const { faults } = verify(tampered);
    expect(found(faults)).toEqual(['anchor']);
    expect(faults[0]?.text).toContain('末尾记录被删除');
  });

  it('4 · the last events deleted and as many others put there: by the seal, or by an anchor when the key is known', () => {
    const kept = archive.events.filter(({ seq }) => seq < anchored[2]!);
    const others = archive.events.slice(kept.length).map((event) => ({ ...event, operation: 'test.other' }));
    const end = kept.at(-1)!;
    const guessed = archive.withEvents([...kept, ...sealedWithoutKey(others, end)]);
    expect(found(verify(guessed, keyOnly).faults)).toEqual(['chain']);
    const known = archive.withEvents([...kept, ...sealedAnew(key, others, end)]);
    expect(known.events).toHaveLength(archive.events.length);
    expect(verify(known, keyOnly).ok).toBe(true);
    expect(found(verify(known).faults)).toEqual(['anchor']);
  });

  it('5 · two swapped events', () => {
    const events = [...archive.events];
    const at = victim() - 1;
    [events[at], events[at + 1]] = [events[at + 1]!, events[at]!];
    expect(found(verify(archive.withEvents(events), noKey).faults)).toEqual(['chain']);
    const renumbered = events.map((event, place) => ({ ...event, seq: place + 1 }));
    expect(found(verify(archive.withEvents(renumbered), noKey).faults)).toEqual(['chain']);
  });

  it('6 · the whole chain written anew from the beginning with our code and our key: by an anchor only', () => {
    const lies = archive.events.map((event) => ({ ...event, holder: '别人' }));
    const tampered = archive.withEvents(sealedAnew(key, lies));
    expect(verify(tampered, keyOnly).ok).toBe(true);
    const { faults } = verify(tampered);
    expect(found(faults)).toEqual(['anchor']);
    expect(faults[0]?.text).toContain(`第 1 条至第 ${anchored[0]} 条之间`);
  });

  it('7 · an old backup brought back: by an anchor only', () => {
    expect(verify(early, keyOnly).ok).toBe(true);
    expect(verify(early).faults[0]?.text).toContain('恢复了旧备份');
  });

  it('8 · business rows changed, added and deleted past the program: by holding them against the trail', async () => {
    const change8 = (sql: string) => test.db.unitOfWork.run(() => test.db.write(sql));
    await change8(`UPDATE task SET due_on = '2024-12-31', state = 'CLOSED' WHERE number = '1'`);
    const changed = await archived('changed.jsonl');
    const { faults } = verify(changed, noKey);
    expect(found(faults)).toEqual(['coverage']);
    expect(faults.map(({ text }) => text).join()).toMatch(/task .* 的 state：审计日志第 \d+ 条记为 "IN_PROGRESS"，数据表中是 "CLOSED"/); // prettier-ignore
    await change8(`UPDATE task SET state = 'IN_PROGRESS' WHERE number = '1'`);
    await change8(`UPDATE task SET due_on = '2023-06-30' WHERE number = '1'`);
    const row = archive.lines.find(({ line, kind }) => line === 'row' && kind === 'evidence')!;
    const without = new Archive(archive.lines.filter((line) => line !== row));
    expect(verify(without, noKey).faults[0]?.text).toContain('被越过程序删除');
    const added = new Archive([archive.lines[0]!, { ...row, id: 'smuggled in' }, ...archive.lines.slice(1)]);
    expect(verify(added, noKey).faults[0]?.text).toContain('被越过程序添加');
  });

  it.each([
    ['an original deadline', (row) => [withFields(row, { originalDueOn: '2024-12-31' })], '封存的任务'],
    ['the deadline of a task that nobody has touched', (row) => [withFields(row, { dueOn: '2024-12-31' })], '封存的任务'],
    ['a task removed', () => [], '当时 2 项，现在 1 项'],
    ['a task put in', (row) => [row, { ...row, id: 'smuggled in' }], '当时 2 项，现在 3 项'],
    ['a task hidden as if never issued', (row) => [withFields(row, { state: 'VOID' })], '审计日志没有记过'],
    ['a task archived without its ledger', (row) => [withFields(row, { state: 'ARCHIVED' })], '审计日志没有记过'],
  ] as [string, (row: ArchiveLine) => ArchiveLine[], string][])('8 · %s, of what only came with its ledger', (_, forge, text) => {
    const untouched = archive.lines.find(({ line, kind, fields }) => line === 'row' && kind === 'task' && (fields as { number: string }).number === '2')!;
    const forged = new Archive(archive.lines.flatMap((line) => (line === untouched ? forge(line) : [line])));
    const { faults } = verify(forged, noKey);
    expect(found(faults)).toEqual(['coverage']);
    expect(faults.map((fault) => fault.text).join()).toContain(text);
  }); // prettier-ignore

  it('9 · a second service with the same key on a copy of the data: by an anchor only', () => {
    const kept = archive.events.filter(({ seq }) => seq <= anchored[1]!);
    const elsewhere = [{ ...archive.events.at(-1)!, operation: 'test.elsewhere' }];
    const fork = archive.withEvents([...kept, ...sealedAnew(key, elsewhere, kept.at(-1)!)]);
    expect(verify(fork, keyOnly).ok).toBe(true);
    expect(found(verify(fork).faults)).toEqual(['anchor']);
    const { seq, hash } = fork.events.at(-1)!;
    writeFileSync(path('fork.jsonl'), `${JSON.stringify({ seq: anchored[2], hash })}\n`);
    expect(seq).toBeLessThanOrEqual(anchored[2]!);
    const both = verify(archive, { anchors: [disk('disk-a'), path('fork.jsonl')] });
    expect(both.faults[0]?.text).toContain('两处锚点对');
  });

  it('10 · a changed file of anchors: by the other place, which agrees with the chain', () => {
    const lines = readFileSync(disk('disk-a'), 'utf8').trim().split('\n');
    const spoilt = lines.map((line, place) =>
      place === 1 ? line.replace(/"hash":"\w+"/, `"hash":"${'a'.repeat(64)}"`) : line,
    );
    writeFileSync(path('spoilt.jsonl'), `${spoilt.join('\n')}\n`);
    const { faults } = verify(archive, { anchors: [path('spoilt.jsonl'), disk('disk-b')] });
    expect(found(faults)).toEqual(['anchor']);
    expect(faults.map(({ text }) => text).join()).toContain('这一处的锚点文件被改动');
  });

  it('11 · an event put in with an old time, sealed with the key: by its time, and by the anchors around it', () => {
    const old = { ...archive.events.at(-1)!, operation: 'test.backdated', at: archive.events[0]!.at };
    const last = archive.events.at(-1)!;
    const tampered = archive.withEvents([...archive.events, ...sealedAnew(key, [old], last)]);
    expect(found(verify(tampered, keyOnly).faults)).toEqual(['chain']);
    expect(found(verify(tampered).faults)).toEqual(['anchor', 'chain']);
    expect(
      verify(tampered)
        .faults.map(({ text }) => text)
        .join(),
    ).toContain('是补插的');
  });

  it('12 · two writers at the same moment: ours make one chain, and two that do not wait for each other are noticed', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, place) => change(`test.together-${place}`)));
    expect(verify(await archived('together.jsonl'), { anchors: [] }).faults.filter(({ by }) => by === 'chain')).toEqual([]); // prettier-ignore
    const last = archive.events.at(-1)!;
    const twin = (operation: string): ArchivedEvent[] => sealedAnew(key, [{ ...last, operation }], last);
    const tampered = archive.withEvents([...archive.events, ...twin('test.one'), ...twin('test.two')]);
    expect(verify(tampered, noKey).faults[0]?.text).toContain('重复，或者次序被颠倒');
  });

  it('tells in Chinese what is whole, what is broken, and what could not be checked', () => {
    const told = (...words: string[]) =>
      spawnSync(process.execPath, [VERIFIER, ...words], { encoding: 'utf8' });
    const bare = told(path('whole.jsonl'));
    expect(bare.stdout).toContain('在下列核验范围内完好');
    expect(bare.stdout).toContain('没有密钥，也没有相符的锚点');
    expect(bare.stdout).toContain('没有外部锚点，这三种情况查不出来');
    const anchoredOnly = told(path('whole.jsonl'), '--anchor', disk('disk-a'));
    expect(anchoredOnly.stdout).toContain(`第 ${anchored[2]! + 1} 条以后的内容是否被改动`);
    expect([told().status, told().stderr]).toEqual([2, expect.stringContaining('用法')]);
    expect(told(path('key')).status).toBe(2);
    writeFileSync(path('cut.jsonl'), archive.text().slice(0, -200));
    expect(told(path('cut.jsonl')).stderr).toContain('文件可能不完整');
  });

  it('reads anchors out of the log and out of files of evidence, and compares stored files', () => {
    const [line = ''] = readFileSync(disk('disk-a'), 'utf8').split('\n');
    writeFileSync(path('log.jsonl'), `{"level":30,"msg":"审计锚点","anchor":${line}}\n{"level":30}\n`);
    expect(verify(archive, { anchors: [path('log.jsonl')] })).toMatchObject({ ok: true, anchoredUpTo: anchored[0] }); // prettier-ignore
    const files = join(test.app.get(Settings).DIAODU_DATA_DIR, 'files');
    const run = () => spawnSync(process.execPath, [VERIFIER, path('whole.jsonl'), '--files', files], { encoding: 'utf8' }); // prettier-ignore
    expect(run().stdout).toContain('佐证材料文件 1 个');
    const { sha256 } = archive.lines.find(({ kind }) => kind === 'evidence')!['fields'] as { sha256: string };
    writeFileSync(join(files, sha256.slice(0, 2), sha256.slice(2, 4), sha256), 'changed');
    expect(run().stdout).toContain('的文件被改动');
  });
});

function withFields(row: ArchiveLine, fields: object): ArchiveLine {
  return { ...row, fields: { ...(row['fields'] as object), ...fields } };
}
