import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { seededRandom } from '../crash/seeded-random.js';
import { anchoredOffice, type AnchoredOffice } from '../support/anchored-office.js';
import {
  Archive,
  sealedAnew,
  sealedWithoutKey,
  type ArchivedEvent,
  type ArchiveLine,
} from '../support/archive-lines.js';

type By = 'chain' | 'anchor' | 'coverage' | 'files';
interface Verdict {
  ok: boolean;
  faults: { by: By; seq: number; text: string }[];
}

/** What an attack leaves behind, and who has to notice it among others. */
interface Attack {
  archive: Archive;
  by: By;
  /** Files of anchors the verifier is given, where the attack changed one. */
  anchors?: string[];
  /** The first event that was touched, to be found within one interval between anchors. */
  seq?: number;
}

const PLACES = 20;
const SEED = 20231130;

/** Each attack of `audit-attacks.spec.ts` at twenty places that a seed chooses; that spec says what is told of it. */
describe(`attacks on the audit trail at ${PLACES} places each, seed ${SEED}`, () => {
  let office: AnchoredOffice;
  let archive: Archive;
  let last: number;
  let verify: (path: string, given: { anchor: string[]; key?: string }) => Promise<Verdict>;

  beforeAll(async () => {
    office = await anchoredOffice('sqlite', 40);
    ({ archive } = office);
    last = office.anchored.at(-1) ?? 0;
    ({ verify } = (await import('../../verifier/verify-archive.mjs' as string)) as { verify: typeof verify });
  });
  afterAll(() => office.close());

  const random = seededRandom(SEED);
  const below = (n: number) => Math.floor(random() * n);
  /** An event that an anchor vouches for. */
  const somewhere = () => 1 + below(last);
  const upTo = (seq: number) => archive.events.slice(0, seq);
  const from = (seq: number) => archive.events.slice(seq);
  const pick = <T>(all: readonly T[]): T => all[below(all.length)]!;
  const rowsOf = (kind: string) => archive.lines.filter((one) => one.line === 'row' && one['kind'] === kind);
  const lie = (event: ArchivedEvent): ArchivedEvent =>
    pick<ArchivedEvent>([
      { ...event, holder: '别人' },
      { ...event, operation: 'test.other' },
      { ...event, objectId: 'another' },
      { ...event, at: event.at - 1 },
      { ...event, address: '10.9.8.7' },
    ]);
  const swapped = (one: number, other: number): Archive => {
    const events = [...archive.events];
    [events[one], events[other]] = [events[other]!, events[one]!];
    return archive.withEvents(events);
  };
  const withLine = (line: ArchiveLine, change: (one: ArchiveLine) => ArchiveLine[]): Archive =>
    new Archive(archive.lines.flatMap((one) => (one === line ? change(one) : [one])));

  const ATTACKS: Record<string, () => Attack> = {
    '1 · a changed field'() {
      const seq = somewhere();
      return { archive: archive.changing(seq, lie(archive.events[seq - 1]!)), by: 'chain', seq };
    },
    '2 · a deleted event in the middle'() {
      const seq = somewhere();
      return { archive: archive.withEvents(archive.events.filter((event) => event.seq !== seq)), by: 'chain' };
    },
    '3 · the last events deleted': () => ({ archive: archive.withEvents(upTo(below(last))), by: 'anchor' }),
    '4 · the last events deleted and as many others put there'() {
      const kept = upTo(below(last - 1) + 1);
      const others = from(kept.length).map((event) => ({ ...event, operation: 'test.other' }));
      const isKeyKnown = random() < 0.5;
      const sealed = isKeyKnown ? sealedAnew(office.key, others, kept.at(-1)!) : sealedWithoutKey(others, kept.at(-1)!);
      return { archive: archive.withEvents([...kept, ...sealed]), by: isKeyKnown ? 'anchor' : 'chain', seq: kept.length + 1 };
    },
    '5 · two swapped events'() {
      const one = below(last - 1);
      return { archive: swapped(one, one + 1 + below(last - one - 1)), by: 'chain' };
    },
    '6 · the chain written anew with our key, with one lie in it'() {
      const seq = somewhere();
      const lies = archive.events.map((event) => (event.seq === seq ? lie(event) : event));
      return { archive: archive.withEvents(sealedAnew(office.key, lies)), by: 'anchor', seq };
    },
    '7 · an old state brought back': () => ({
      archive: new Archive([...office.early.lines.filter(({ line }) => line !== 'event' && line !== 'head'), ...archive.withEvents(upTo(office.early.events.length - below(10))).lines.filter(({ line }) => line === 'event' || line === 'head')]),
      by: 'anchor',
    }),
    '8 · business rows changed, added or deleted past the program'() {
      const row = pick([...rowsOf('ledger'), ...rowsOf('evidence'), ...rowsOf('task')]);
      const fields = row['fields'] as Record<string, unknown>;
      const signed = rowsOf('task').find((one) => (one['fields'] as { state: string }).state === 'IN_PROGRESS')!;
      const changing = (line: ArchiveLine, field: string, value: unknown) =>
        withLine(line, (one) => [{ ...one, fields: { ...(one['fields'] as object), [field]: value } }]);
      const deeds = [
        () => withLine(row, () => []),
        () => withLine(row, (one) => [one, { ...one, id: `smuggled-${below(1_000)}` }]),
        () => changing(row, pick(Object.keys(fields)), `forged-${below(1_000)}`),
        () => changing(signed, 'state', pick(['CLOSED', 'RETURNED', 'DRAFT', 'CANCELLED', 'ASSIGNED', 'ARCHIVED'])),
      ];
      return { archive: pick(deeds)(), by: 'coverage' };
    },
    '9 · a second service with our key on a copy'() {
      const kept = upTo(somewhere() - 1);
      const elsewhere = Array.from({ length: 1 + below(last) }, () => ({ ...archive.events.at(-1)!, operation: 'test.elsewhere' }));
      const end = kept.at(-1);
      return { archive: archive.withEvents([...kept, ...sealedAnew(office.key, elsewhere, end)]), by: 'anchor' };
    },
    '10 · a changed file of anchors'() {
      const lines = readFileSync(office.disk('disk-a'), 'utf8').trim().split('\n');
      const spoilt = below(lines.length);
      const anchor = JSON.parse(lines[spoilt]!) as { seq: number; hash: string };
      const changed = random() < 0.5 ? { ...anchor, hash: anchor.hash.replace(/.$/, anchor.hash.endsWith('0') ? '1' : '0') } : { ...anchor, seq: anchor.seq - 1 };
      writeFileSync(office.path('spoilt.jsonl'), lines.map((line, n) => `${n === spoilt ? JSON.stringify(changed) : line}\n`).join(''));
      return { archive, by: 'anchor', anchors: [office.path('spoilt.jsonl'), office.disk('disk-b')] };
    },
    '11 · an event put in anywhere with an old time, all behind it sealed anew'() {
      const kept = upTo(somewhere());
      const old = { ...archive.events.at(-1)!, operation: 'test.backdated', at: archive.events[0]!.at };
      return { archive: archive.withEvents([...kept, ...sealedAnew(office.key, [old, ...from(kept.length)], kept.at(-1)!)]), by: 'anchor' };
    },
    '12 · two writers that do not wait for each other'() {
      const kept = upTo(somewhere());
      const twin = (n: number) => sealedAnew(office.key, [{ ...archive.events.at(-1)!, operation: `test.twin-${n}` }], kept.at(-1)!);
      const rest = sealedAnew(office.key, from(kept.length), twin(1)[0]!);
      return { archive: archive.withEvents([...kept, ...twin(1), ...twin(2), ...rest]), by: 'chain' };
    },
  }; // prettier-ignore

  const verdictOn = async (tampered: Archive, anchor = [office.disk('disk-a'), office.disk('disk-b')]) => {
    writeFileSync(office.path('tampered.jsonl'), tampered.text());
    return verify(office.path('tampered.jsonl'), { anchor, key: office.path('key') });
  };

  it('finds nothing wrong where nothing is', async () => {
    expect(await verdictOn(archive)).toMatchObject({ ok: true, faults: [] });
  });

  it.each(Object.keys(ATTACKS))('%s', async (name) => {
    for (let place = 0; place < PLACES; place++) {
      const { archive: tampered, by, anchors, seq } = ATTACKS[name]!();
      const { ok, faults } = await verdictOn(tampered, anchors);
      const seen = { place, ok, by: faults.map((fault) => fault.by) };
      expect(seen).toEqual({ place, ok: false, by: expect.arrayContaining([by]) });
      if (seq === undefined) continue;
      const interval = [0, ...office.anchored].findLast((end) => end < seq)! + 1;
      const next = office.anchored.find((end) => end >= seq)!;
      expect(faults.map(({ text }) => text).join()).toContain(`第 ${interval} 条至第 ${next} 条之间`);
    }
  });
});
