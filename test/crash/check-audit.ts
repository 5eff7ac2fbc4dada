import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noFindings, type Findings } from './findings.js';
import { ask } from './tables.js';

interface Event {
  seq: number;
  at: number;
  actor: string;
  holder: string;
  address: string;
  request_id: string;
  operation: string;
  object_kind: string;
  object_id: string;
  before: string | null;
  after: string | null;
  previous_hash: string;
  hash: string;
}

/** The audit chain, and whether its events tell of each thing of a month once. */
export function checkAudit(data: string, month: string): Findings {
  const found = noFindings();
  countDeeds(data, month, readChain(data, found), found);
  return found;
}

/** The audit chain alone. */
export function checkChain(data: string): Findings {
  const found = noFindings();
  readChain(data, found);
  return found;
}

/**
 * Recomputes the audit chain from what its document says: HMAC-SHA-256 under the key file over the hash before, a line
 * feed and the event as JSON with sorted keys. Gives the events.
 */
function readChain(data: string, found: Findings): Event[] {
  const events = ask<Event>(data, 'SELECT * FROM audit_event ORDER BY seq');
  const key = Buffer.from(readFileSync(join(data, 'audit.key'), 'utf8').trim(), 'hex');
  let before = '0'.repeat(64);
  events.forEach((event, i) => {
    if (event.seq !== i + 1) found.faults.push(`audit: number ${event.seq} in place ${i + 1}`);
    if (event.previous_hash !== before) found.faults.push(`audit ${event.seq}: not joined to the one before`);
    if (event.hash !== hashOf(key, before, event)) found.faults.push(`audit ${event.seq}: hash does not fit`);
    before = event.hash;
  });
  const [head] = ask<{ seq: number; hash: string }>(
    data,
    `SELECT seq, hash FROM audit_head WHERE id = 'chain'`,
  );
  if (head?.seq !== events.length || head.hash !== before) found.faults.push('audit: head is not the end');
  return events;
}

/** One closing event per round, and batch events that add up to the rows that are there. */
function countDeeds(data: string, month: string, events: readonly Event[], found: Findings): void {
  const [round] = ask<{ id: string; rows: number }>(
    data,
    `SELECT r.id, (SELECT COUNT(*) FROM task_snapshot s WHERE s.round_id = r.id) AS rows
       FROM dispatch_round r WHERE r.month = ?`,
    month,
  );
  if (!round) return void found.lost.push(`round ${month}`);
  const about = events.filter((event) => event.object_id === round.id);
  for (const operation of ['dispatch.open', 'dispatch.freeze']) {
    const n = about.filter((event) => event.operation === operation).length;
    if (n > 1) found.doubled.push(`audit of ${operation} ${month} (${n})`);
    if (n < 1) found.lost.push(`audit of ${operation} ${month}`);
  }
  const told = about
    .filter((event) => event.operation === 'dispatch.freeze-batch')
    .reduce((sum, event) => sum + (JSON.parse(event.after ?? '{}') as { rows: number }).rows, 0);
  if (told !== round.rows) found.faults.push(`audit tells of ${told} frozen rows, there are ${round.rows}`);
}

function hashOf(key: Buffer, before: string, event: Event): string {
  const told: Record<string, unknown> = {
    seq: event.seq,
    at: event.at,
    actor: event.actor,
    holder: event.holder,
    address: event.address,
    requestId: event.request_id,
    operation: event.operation,
    objectKind: event.object_kind,
    objectId: event.object_id,
    before: event.before,
    after: event.after,
  };
  const sorted = JSON.stringify(told, Object.keys(told).sort());
  return createHmac('sha256', key).update(`${before}\n${sorted}`).digest('hex');
}
