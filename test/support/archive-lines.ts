import { createHmac } from 'node:crypto';
import { chainHash, GENESIS, type ChainedFacts } from '../../src/platform/audit/audit-chain.js';

/** One line of the archive, parsed. */
export type ArchiveLine = Record<string, unknown> & { line: string };

/** One event in the archive. */
export type ArchivedEvent = ChainedFacts & { line: 'event'; previousHash: string; hash: string };

/** An archive of the audit trail in memory, for tests that tamper with it. */
export class Archive {
  constructor(readonly lines: readonly ArchiveLine[]) {}

  static of(text: string): Archive {
    return new Archive(
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as ArchiveLine),
    );
  }

  get events(): ArchivedEvent[] {
    return this.lines.filter(({ line }) => line === 'event') as unknown as ArchivedEvent[];
  }

  /** The same with other events; the head follows them, as who writes to the database would see to. */
  withEvents(events: readonly ArchivedEvent[]): Archive {
    const last = events.at(-1);
    const others = this.lines.filter(({ line }) => line !== 'event' && line !== 'head');
    const head = { line: 'head', seq: last?.seq ?? 0, hash: last?.hash ?? GENESIS };
    return new Archive([...others, ...(events as unknown as ArchiveLine[]), head]);
  }

  /** The same with an event changed and nothing else. */
  changing(seq: number, changes: Partial<ArchivedEvent>): Archive {
    return this.withEvents(
      this.events.map((event) => (event.seq === seq ? { ...event, ...changes } : event)),
    );
  }

  text(): string {
    return this.lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  }
}

/** Numbers, joins and seals events anew from a point on, as whoever has the key could. */
export function sealedAnew(
  key: Buffer,
  events: readonly ArchivedEvent[],
  from: { seq: number; hash: string } = { seq: 0, hash: GENESIS },
): ArchivedEvent[] {
  let { seq, hash } = from;
  return events.map((event) => {
    const facts = { ...event, seq: ++seq };
    const previousHash = hash;
    hash = chainHash(key, previousHash, facts);
    return { ...facts, previousHash, hash };
  });
}

/** The same with a seal of somebody who has not the key. */
export function sealedWithoutKey(
  events: readonly ArchivedEvent[],
  from: { seq: number; hash: string },
): ArchivedEvent[] {
  return sealedAnew(createHmac('sha256', 'guessed').digest(), events, from);
}
