import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { marks } from '../database/placeholders.js';

/** Things of one kind, such as all parts of a task. */
export interface AuditedThings {
  kind: string;
  ids: readonly string[];
}

/** One event as a reader of a thing's history sees it; the chain's own columns stay inside. */
export interface AuditedEvent {
  seq: number;
  /** Milliseconds UTC. */
  at: number;
  /** Post code. */
  actor: string;
  holder: string;
  operation: string;
  objectKind: string;
  objectId: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

type EventRow = Omit<AuditedEvent, 'before' | 'after'> & { before: string | null; after: string | null };

/** SQLite binds 32,766 values at most; well below. */
const IDS_AT_ONCE = 1000;

/** Reads the trail: what happened to things, and what has changed since. Who may ask is the asking feature's matter. */
@Injectable()
export class AuditHistory {
  constructor(private readonly db: Database) {}

  /** Number of the last event; everything committed up to now has one no greater. */
  async head(): Promise<number> {
    const rows = await this.db.read<{ seq: number | string }>(
      `SELECT seq FROM audit_head WHERE id = 'chain'`,
    );
    return Number(rows[0]?.seq ?? 0);
  }

  /** What was changed after an event, each thing once; at most `limit` of them. */
  async changedSince(seq: number, limit: number): Promise<{ kind: string; id: string }[]> {
    return this.db.read<{ kind: string; id: string }>(
      `SELECT DISTINCT object_kind AS kind, object_id AS id FROM audit_event WHERE seq > ? LIMIT ?`,
      [seq, limit],
    );
  }

  /** The latest events about these things, newest first; at most `limit`. */
  async of(things: readonly AuditedThings[], limit: number): Promise<AuditedEvent[]> {
    const events: EventRow[] = [];
    for (const { kind, ids } of things) {
      for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
        events.push(...(await this.some(kind, ids.slice(at, at + IDS_AT_ONCE), limit)));
      }
    }
    return events
      .sort((a, b) => b.seq - a.seq)
      .slice(0, limit)
      .map(eventOf);
  }

  private some(kind: string, ids: readonly string[], limit: number): Promise<EventRow[]> {
    return this.db.read<EventRow>(
      `SELECT seq, at, actor, holder, operation, object_kind AS "objectKind", object_id AS "objectId", before, after
         FROM audit_event WHERE object_kind = ? AND object_id IN (${marks(ids)}) ORDER BY seq DESC LIMIT ?`,
      [kind, ...ids, limit],
    );
  }
}

function eventOf(row: EventRow): AuditedEvent {
  return {
    ...row,
    seq: Number(row.seq),
    at: Number(row.at),
    before: fields(row.before),
    after: fields(row.after),
  };
}

function fields(json: string | null): Record<string, unknown> | null {
  return json === null ? null : (JSON.parse(json) as Record<string, unknown>);
}
