import { createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';

/** The hash before the first event. */
export const GENESIS = '0'.repeat(64);

/** What an event's hash covers, besides the hash before it. */
export interface ChainedFacts {
  seq: number;
  at: number;
  actor: string;
  holder: string;
  address: string;
  requestId: string;
  operation: string;
  objectKind: string;
  objectId: string;
  before: string | null;
  after: string | null;
}

/** HMAC-SHA-256 (hex) over canonical JSON (RFC 8785) of the facts and the hash before. Pure; the verifier uses it too. */
export function chainHash(key: Buffer, previousHash: string, facts: ChainedFacts): string {
  const { seq, at, actor, holder, address, requestId, operation, objectKind, objectId, before, after } =
    facts;
  const covered = {
    seq,
    at,
    actor,
    holder,
    address,
    requestId,
    operation,
    objectKind,
    objectId,
    before,
    after,
  };
  return createHmac('sha256', key)
    .update(previousHash)
    .update('\n')
    .update(canonicalize(covered) ?? '')
    .digest('hex');
}
