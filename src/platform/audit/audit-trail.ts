import { currentActor } from '../auth/actor-context.js';
import type { Actor } from '../auth/actor.js';
import type { Clock } from '../clock/clock.js';
import { bulkInsert } from '../database/bulk-insert.js';
import type { Database } from '../database/database.js';
import { chainHash, type ChainedFacts } from './audit-chain.js';

/** One change as its feature tells it. */
export interface Change {
  /** `<feature>.<deed>`, e.g. `reporting.submit`. */
  operation: string;
  objectKind: string;
  objectId: string;
  before?: object | null;
  after?: object | null;
}

const HOOK = 'audit';

const COLUMNS = [
  'seq', 'at', 'actor', 'holder', 'address', 'request_id', 'operation', 'object_kind', 'object_id',
  'before', 'after', 'previous_hash', 'hash',
]; // prettier-ignore

/**
 * Records every change in the same unit of work as the change itself. Events wait in memory and are chained just
 * before the commit, so that on PostgreSQL the head of the chain is locked only for a moment.
 */
export class AuditTrail {
  private readonly waiting = new WeakMap<object, { change: Change; actor: Actor; at: number }[]>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly key: Buffer,
  ) {}

  /** Takes a change; a fault outside a unit of work. The actor is the running deed's. */
  record(change: Change): void {
    const unit = this.db.unitOfWork.required();
    const events = this.waiting.get(unit) ?? [];
    events.push({ change, actor: currentActor(), at: this.clock.now() });
    this.waiting.set(unit, events);
    unit.beforeCommit.set(HOOK, () => this.append(events));
  }

  private async append(events: { change: Change; actor: Actor; at: number }[]): Promise<void> {
    const { rows } = await this.db.write<{ seq: number; hash: string }>(
      `UPDATE audit_head SET seq = seq + ? WHERE id = 'chain' RETURNING seq, hash`,
      [events.length],
    );
    const head = rows[0];
    if (!head) throw new Error('audit chain has no head');
    let previousHash = head.hash;
    let seq = head.seq - events.length;
    const values = events.map(({ change, actor, at }) => {
      const facts = factsOf(++seq, at, actor, change);
      const hash = chainHash(this.key, previousHash, facts);
      const row = [...Object.values(facts), previousHash, hash] as (string | number | null)[];
      previousHash = hash;
      return row;
    });
    // One statement where that can be: until the commit every other writer of the installation waits for this head.
    const moved = { sql: `UPDATE audit_head SET hash = ? WHERE id = 'chain'`, values: [previousHash] };
    await bulkInsert(this.db, 'audit_event', COLUMNS, values, 'fail', moved);
  }
}

/** Field order is the column order of the insert. */
function factsOf(seq: number, at: number, actor: Actor, change: Change): ChainedFacts {
  return {
    seq,
    at,
    actor: actor.post,
    holder: actor.holder,
    address: actor.address,
    requestId: actor.requestId,
    operation: change.operation,
    objectKind: change.objectKind,
    objectId: change.objectId,
    before: change.before ? JSON.stringify(change.before) : null,
    after: change.after ? JSON.stringify(change.after) : null,
  };
}
