import { Injectable } from '@nestjs/common';
import { startOfDayInZone } from '../clock/zone-days.js';
import { addDays, type Day } from '../../domain/calendar/day.js';
import { Settings } from '../config/settings.js';
import type { ChainedFacts } from '../audit/audit-chain.js';
import { Database } from '../database/database.js';
import { likeText } from '../database/like-text.js';

/** What is asked for; each that is left out asks nothing. */
export interface AuditFilter {
  from?: Day;
  to?: Day;
  actor?: string;
  /** How the operation begins. */
  operation?: string;
  /** The operation itself. */
  operationIs?: string;
  objectKind?: string;
  objectId?: string;
  q?: string;
}

/** An event as it is read: what its hash covers. */
export type AuditRow = ChainedFacts;

const COLUMNS = `seq, at, actor, holder, address, request_id AS "requestId", operation, object_kind AS "objectKind",
  object_id AS "objectId", before, after`;
const TEXTS = ['holder', 'address', 'object_id', 'before', 'after'];

/** Reads the audit trail, newest first. */
@Injectable()
export class AuditList {
  constructor(
    private readonly db: Database,
    private readonly settings: Settings,
  ) {}

  /** Events below a number (all when null), at most `limit`. */
  async page(filter: AuditFilter, below: number | null, limit: number): Promise<AuditRow[]> {
    const { sql, values } = this.conditions(filter, below);
    return this.db.read<AuditRow>(
      `SELECT ${COLUMNS} FROM audit_event${sql} ORDER BY seq DESC LIMIT ${Math.floor(limit)}`,
      values,
    );
  }

  private conditions(filter: AuditFilter, below: number | null): { sql: string; values: unknown[] } {
    const { from, to, actor, operation, operationIs, objectKind, objectId, q } = filter;
    const zone = this.settings.DIAODU_ZONE;
    const parts: [string, unknown[]][] = [
      ...when(below, 'seq < ?', below),
      ...when(from, 'at >= ?', from && startOfDayInZone(from, zone)),
      ...when(to, 'at < ?', to && startOfDayInZone(addDays(to, 1), zone)),
      ...when(actor, 'actor = ?', actor),
      ...when(operation, `operation LIKE ? ESCAPE '!'`, `${likeText(operation ?? '')}%`),
      ...when(operationIs, 'operation = ?', operationIs),
      ...when(objectKind, 'object_kind = ?', objectKind),
      ...when(objectId, 'object_id = ?', objectId),
      ...(q === undefined ? [] : [anyText(q)]),
    ];
    const sql = parts.length === 0 ? '' : ` WHERE ${parts.map(([condition]) => condition).join(' AND ')}`;
    return { sql, values: parts.flatMap(([, values]) => values) };
  }
}

function when(given: unknown, condition: string, value: unknown): [string, unknown[]][] {
  return given === undefined || given === null ? [] : [[condition, [value]]];
}

function anyText(q: string): [string, unknown[]] {
  const like = TEXTS.map((column) => `lower(${column}) LIKE lower(?) ESCAPE '!'`).join(' OR ');
  return [`(${like})`, TEXTS.map(() => `%${likeText(q)}%`)];
}
