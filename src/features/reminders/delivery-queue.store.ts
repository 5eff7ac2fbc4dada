import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import type { DeliveryState } from '../../domain/task/delivery-lifecycle.js';
import { Database } from '../../platform/database/database.js';
import { marks } from '../../platform/database/placeholders.js';

/** A delivery as the page of background work shows it: to whom and how it stands, never what is in it. */
export interface DeliveryRow {
  id: string;
  digestId: string;
  day: Day;
  departmentId: string;
  departmentName: string;
  recipient: 'LIAISON' | 'HEAD';
  holder: string;
  signedOn: Day | null;
  channel: 'MAIL' | 'ROBOT_WECOM' | 'ROBOT_DINGTALK';
  /** Of a mail the box, of a robot its id. */
  address: string;
  state: DeliveryState;
  tries: number;
  nextAt: number;
  leaseUntil: number;
  fence: number;
  lastError: string;
}

/** Which deliveries: in one of these states, by mail or by robot. */
export interface DeliveryFilter {
  states: readonly DeliveryState[];
  means?: 'MAIL' | 'ROBOT';
}

/** How many wait, and how many were given up that nobody has signed for. */
export interface DeliveryFigures {
  waiting: number;
  givenUp: number;
}

/** A robot with its pace. */
export interface RobotRow {
  id: string;
  departmentName: string;
  kind: 'WECOM' | 'DINGTALK';
  state: 'ON' | 'OFF';
  /** JSON: instants of the last minute. */
  recent: string;
  freeAt: number;
}

const FROM = `FROM delivery v JOIN digest d ON d.id = v.digest_id JOIN department o ON o.id = d.department_id`;
const ROW = `v.id, v.digest_id AS "digestId", d.day, d.department_id AS "departmentId", o.name AS "departmentName", d.recipient,
  d.holder, d.signed_on AS "signedOn", v.channel, v.address, v.state, v.tries, v.next_at AS "nextAt",
  v.lease_until AS "leaseUntil", v.fence, v.last_error AS "lastError"`;

/** Deliveries of all jurisdictions, for those who keep the installation. */
@Injectable()
export class DeliveryQueueStore {
  constructor(private readonly db: Database) {}

  async figures(): Promise<DeliveryFigures> {
    const [row] = await this.db.read<DeliveryFigures>(
      `SELECT CAST(COALESCE(SUM(CASE WHEN v.state <> 'GIVEN_UP' THEN 1 ELSE 0 END), 0) AS integer) AS waiting,
              CAST(COALESCE(SUM(CASE WHEN v.state = 'GIVEN_UP' AND d.signed_on IS NULL THEN 1 ELSE 0 END), 0) AS integer) AS "givenUp"
         FROM delivery v JOIN digest d ON d.id = v.digest_id WHERE v.state IN ('QUEUED', 'FAILED', 'GIVEN_UP')`,
    );
    return row ?? { waiting: 0, givenUp: 0 };
  }

  /** Deliveries, the next due first, after `[nextAt, id]`; at most `limit`. */
  page(
    { states, means }: DeliveryFilter,
    after: readonly (string | number)[] | null,
    limit: number,
  ): Promise<DeliveryRow[]> {
    const conditions = [`v.state IN (${marks(states)})`];
    if (means !== undefined) conditions.push(`v.channel ${means === 'MAIL' ? '=' : '<>'} 'MAIL'`);
    if (after) conditions.push('(v.next_at, v.id) > (?, ?)');
    return this.db.read(
      `SELECT ${ROW} ${FROM} WHERE ${conditions.join(' AND ')} ORDER BY v.next_at, v.id LIMIT ${limit}`,
      [...states, ...(after ?? [])],
    );
  }

  async one(id: string): Promise<DeliveryRow | null> {
    const rows = await this.db.read<DeliveryRow>(`SELECT ${ROW} ${FROM} WHERE v.id = ?`, [id]);
    return rows[0] ?? null;
  }

  /** All robots with their pace. */
  robots(): Promise<RobotRow[]> {
    return this.db.read(
      `SELECT r.id, o.name AS "departmentName", r.kind, r.state, p.recent, p.free_at AS "freeAt"
         FROM department_robot r JOIN robot_pace p ON p.id = r.pace_id JOIN department o ON o.id = r.department_id
        ORDER BY o.code, r.kind`,
    );
  }

  /** How many messages wait for each robot, by its id. */
  async waitingByRobot(): Promise<Map<string, number>> {
    const rows = await this.db.read<{ id: string; n: number }>(
      `SELECT v.address AS id, CAST(COUNT(*) AS integer) AS n FROM delivery v
        WHERE v.state IN ('QUEUED', 'FAILED') AND v.channel <> 'MAIL' GROUP BY v.address`,
    );
    return new Map(rows.map(({ id, n }) => [id, n]));
  }
}
