import { setImmediate as breath } from 'node:timers/promises';
import type { Database } from '../database/database.js';
import { chainHash, GENESIS, type ChainedFacts } from './audit-chain.js';

/** A point of the chain written down outside the database; catches a cut tail and a rewritten chain. */
export interface AuditAnchor {
  seq: number;
  hash: string;
}

/** Result of checking the whole chain. */
export interface AuditVerdict {
  ok: boolean;
  /** Events read. */
  events: number;
  /** End of the chain as found; write it down as the next anchor. */
  head: AuditAnchor;
  /** What is wrong, in Chinese; empty when ok. */
  faults: string[];
}

const PAGE = 2000;

/** All the verifier needs of a database; a backup's copy is no running database but can be asked too. */
export type AuditSource = Pick<Database, 'read'>;

type Row = ChainedFacts & { previousHash: string; hash: string };

/** Told after every page how many events were read and how many there are; waited for. */
export type VerifyTold = (done: number, total: number) => unknown;

/** One anchor, several (of several places, or of several days), or none. */
export type AnchorsGiven = AuditAnchor | readonly AuditAnchor[] | null;

/**
 * Reads every event in order and recomputes the chain; with anchors also checks that each lies on the chain. Others
 * may append meanwhile: what the head says is followed until nothing lies behind it.
 */
export async function verifyAudit(
  db: AuditSource,
  key: Buffer,
  anchor: AnchorsGiven,
  told: VerifyTold = () => undefined,
): Promise<AuditVerdict> {
  const walk: Walk = { last: { seq: 0, hash: GENESIS }, faults: [], awaited: awaitedOf(anchor) };
  let end = await endOf(db);
  while (end.head.seq > walk.last.seq) {
    const isReached = await walkTo(end.head, walk, { db, key, told });
    if (!isReached || end.newest > end.head.seq) break;
    end = await endOf(db);
  }
  const faults = walk.faults.length > 0 ? walk.faults : endFaults(walk, end);
  return { ok: faults.length === 0, events: walk.last.seq, head: walk.last, faults };
}

/** Where the reading stands. */
interface Walk {
  last: AuditAnchor;
  faults: string[];
  /** Anchors that have not been come to, as hashes by number; there are two hashes where two places disagree. */
  awaited: Map<number, Set<string>>;
}

/** Where the chain ends: its last event, and what the head says. */
interface ChainEnd {
  newest: number;
  head: AuditAnchor;
}

interface Verification {
  db: AuditSource;
  key: Buffer;
  told: VerifyTold;
}

/** An anchor of the empty chain says nothing. */
function awaitedOf(given: AnchorsGiven): Map<number, Set<string>> {
  const awaited = new Map<number, Set<string>>();
  for (const { seq, hash } of given === null ? [] : [given].flat()) {
    if (seq > 0) awaited.set(seq, (awaited.get(seq) ?? new Set()).add(hash));
  }
  return awaited;
}

/** Walks up to a head; false when it was not reached, because of a fault or because there is nothing more to read. */
async function walkTo(head: AuditAnchor, walk: Walk, { db, key, told }: Verification): Promise<boolean> {
  while (walk.last.seq < head.seq) {
    const page = await readPage(db, walk.last.seq, head.seq);
    for (const event of page) look(event, walk, key);
    if (page.length === 0 || walk.faults.length > 0) return false;
    await told(walk.last.seq, head.seq);
    // Reading and hashing never wait for anything, so without a breath nobody else would be served meanwhile.
    await breath();
  }
  return true;
}

function look(event: Row, walk: Walk, key: Buffer): void {
  walk.faults.push(...faultsOf(event, walk.last, key));
  const anchors = walk.awaited.get(event.seq);
  if (anchors && (anchors.size > 1 || !anchors.has(event.hash))) {
    walk.faults.push(`第 ${event.seq} 条与外部锚点不符，记录可能被整体改写`);
  }
  walk.awaited.delete(event.seq);
  walk.last = { seq: event.seq, hash: event.hash };
}

function endFaults({ last, awaited }: Walk, { head, newest }: ChainEnd): string[] {
  if (newest > head.seq) return [`链尾登记为第 ${head.seq} 条，其后另有记录，记录可能被插入`];
  const [missing] = [...awaited.keys()];
  if (missing !== undefined) return [`外部锚点第 ${missing} 条不存在，末尾记录可能被删除`];
  if (head.seq === last.seq && head.hash === last.hash) return [];
  return [`链尾登记为第 ${head.seq} 条，实际到第 ${last.seq} 条，末尾记录可能被删除`];
}

/** The last event and what the head says. The event is asked first: whoever appends in between moves the head as well. */
async function endOf(db: AuditSource): Promise<ChainEnd> {
  const newest = await db.read<{ seq: number | null }>('SELECT MAX(seq) AS seq FROM audit_event');
  const head = await db.read<AuditAnchor>(`SELECT seq, hash FROM audit_head WHERE id = 'chain'`);
  return { newest: newest[0]?.seq ?? 0, head: head[0] ?? { seq: 0, hash: '' } };
}

function readPage(db: AuditSource, after: number, upTo: number): Promise<Row[]> {
  return db.read<Row>(
    `SELECT seq, at, actor, holder, address, request_id AS "requestId", operation, object_kind AS "objectKind",
            object_id AS "objectId", before, after, previous_hash AS "previousHash", hash
       FROM audit_event WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ${PAGE}`,
    [after, upTo],
  );
}

function faultsOf(event: Row, last: AuditAnchor, key: Buffer): string[] {
  if (event.seq !== last.seq + 1) return [`第 ${last.seq} 条之后缺 ${event.seq - last.seq - 1} 条记录`];
  if (event.previousHash !== last.hash) return [`第 ${event.seq} 条与前一条不相接`];
  if (chainHash(key, last.hash, event) !== event.hash) return [`第 ${event.seq} 条内容被改动`];
  return [];
}
