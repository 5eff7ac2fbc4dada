import { createHash } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import canonicalize from 'canonicalize';
import { GENESIS, type ChainedFacts } from './audit-chain.js';
import type { AuditSource } from './verify-audit.js';

/** A point of the chain as it is written down outside. */
export interface ChainPoint {
  seq: number;
  /** Events up to here, counted and not taken from the number. */
  count: number;
  /** Hash of the last of them, sealed with the key. */
  hash: string;
  /** SHA-256 over what all of them say, which can be checked by somebody who has not the key. */
  contents: string;
}

export const CHAIN_BEGIN: ChainPoint = { seq: 0, count: 0, hash: GENESIS, contents: GENESIS };

const PAGE = 2000;

type Row = ChainedFacts & { hash: string };

/** One event added to a digest. Pure; the offline verifier does the same. */
export function addToDigest(before: string, facts: ChainedFacts): string {
  return createHash('sha256')
    .update(before)
    .update('\n')
    .update(canonicalize(facts) ?? '')
    .digest('hex');
}

/** Goes on from an earlier point to the end of the chain; `told` after every page, and waited for. */
export async function pointAtEnd(
  db: AuditSource,
  from: ChainPoint,
  told: (seq: number) => Promise<void> = () => Promise.resolve(),
): Promise<ChainPoint> {
  let point = from;
  for (;;) {
    const page = await db.read<Row>(
      `SELECT seq, at, actor, holder, address, request_id AS "requestId", operation, object_kind AS "objectKind",
              object_id AS "objectId", before, after, hash
         FROM audit_event WHERE seq > ? ORDER BY seq LIMIT ${PAGE}`,
      [point.seq],
    );
    for (const { hash, ...facts } of page) {
      point = {
        seq: facts.seq,
        count: point.count + 1,
        hash,
        contents: addToDigest(point.contents, facts),
      };
    }
    if (page.length < PAGE) return point;
    await told(point.seq);
    // Hashing never waits for anything, so without a breath nobody else would be served meanwhile.
    await breath();
  }
}
