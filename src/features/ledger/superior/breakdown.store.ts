import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { ofJurisdiction, ownWorkOf, within } from '../../../platform/auth/scope.js';
import { Database } from '../../../platform/database/database.js';
import { updateVersioned } from '../../../platform/database/version.js';
import { TaskBreakdown } from './task-breakdown.entity.js';

/** A task handed down, as it is kept. */
export type BreakdownRecord = { [Key in keyof TaskBreakdown]: TaskBreakdown[Key] };

/** A record with the names of who has it and what it became. */
export interface BreakdownRow extends BreakdownRecord {
  receiverCode: string;
  receiverName: string;
  receiverShortName: string;
  receiverJurisdiction: string;
  giverJurisdiction: string;
  receivedNumber: string | null;
  receivedLedgerId: string | null;
  receivedLedgerCode: string | null;
}

/** What a list is narrowed by. */
export interface BreakdownFilter {
  /** RECEIVED: handed down to the actor's office; GIVEN: by it. */
  side: 'RECEIVED' | 'GIVEN';
  state?: string;
  /** Id of the task that was handed down. */
  task?: string;
}

const ROW = `SELECT b.id, b.source_task_id AS "sourceTaskId", b.giver_id AS "giverId", b.receiver_id AS "receiverId", b.year,
  b.office, b.ledger_title AS "ledgerTitle", b.document, b.number, b.title, b.measures, b.indicator,
  b.deadline_raw AS "deadlineRaw", b.deadline, b.due_on AS "dueOn", b.target_count AS "targetCount",
  b.target_unit AS "targetUnit", b.note, b.state, b.handed_down_on AS "handedDownOn",
  b.handed_down_by AS "handedDownBy", b.answered_on AS "answeredOn", b.answered_by AS "answeredBy", b.reason,
  b.received_task_id AS "receivedTaskId", b.released_on AS "releasedOn", b.version,
  r.code AS "receiverCode", r.name AS "receiverName", r.short_name AS "receiverShortName", r.jurisdiction AS "receiverJurisdiction",
  g.jurisdiction AS "giverJurisdiction", rt.number AS "receivedNumber", rt.ledger_id AS "receivedLedgerId",
  rl.code AS "receivedLedgerCode"
  FROM task_breakdown b JOIN department r ON r.id = b.receiver_id JOIN department g ON g.id = b.giver_id
  LEFT JOIN task rt ON rt.id = b.received_task_id LEFT JOIN ledger rl ON rl.id = rt.ledger_id`;

/** Keeps what was handed down. Rows belong to their receiver: whatever lies outside the actor's jurisdiction is not there. */
@Injectable()
export class BreakdownStore {
  constructor(private readonly db: Database) {}

  /** One row that the actor's jurisdiction has received, or one below it; null else. */
  async one(id: string): Promise<BreakdownRow | null> {
    return (await this.where('b.id = ?', [id]))[0] ?? null;
  }

  /** What a task was handed down as, by the receivers' codes. */
  async ofSource(taskId: string): Promise<BreakdownRow[]> {
    return this.where('b.source_task_id = ?', [taskId]);
  }

  /** What the tasks of a ledger were handed down as, by the receivers' codes. */
  ofLedger(ledgerId: string): Promise<BreakdownRow[]> {
    return this.where('b.source_task_id IN (SELECT st.id FROM task st WHERE st.ledger_id = ?)', [ledgerId]);
  }

  /** What a task came from, or null where it came from nowhere above. */
  async ofReceived(taskId: string): Promise<BreakdownRow | null> {
    return (await this.where('b.received_task_id = ?', [taskId]))[0] ?? null;
  }

  /** One row more than a page, latest first, after `(day, id)`. */
  async page(
    filter: BreakdownFilter,
    after: readonly (string | number)[] | null,
    limit: number,
  ): Promise<BreakdownRow[]> {
    const department = filter.side === 'RECEIVED' ? 'b.receiver_id' : 'b.giver_id';
    const own = within(ownWorkOf(currentActor()), { department });
    const narrowed: [string, string | undefined][] = [
      [' AND b.state = ?', filter.state],
      [' AND b.source_task_id = ?', filter.task],
    ];
    const given = narrowed.filter(([, value]) => value !== undefined);
    const beyond = after ? ' AND (b.handed_down_on, b.id) < (?, ?)' : '';
    return this.db.read<BreakdownRow>(
      `${ROW} WHERE 1 = 1${own.and}${given.map(([sql]) => sql).join('')}${beyond}
        ORDER BY b.handed_down_on DESC, b.id DESC LIMIT ?`,
      [...own.values, ...given.map(([, value]) => value), ...(after ?? []).map(String), limit + 1],
    );
  }

  async insert(record: BreakdownRecord): Promise<void> {
    await this.db.writer.insert(TaskBreakdown, record);
  }

  /** Changes a row if it still has the version given. */
  async update(row: { id: string; version: number }, changes: Partial<BreakdownRecord>): Promise<void> {
    await updateVersioned(this.db, TaskBreakdown, row, changes);
  }

  private where(condition: string, values: string[]): Promise<BreakdownRow[]> {
    const scope = within(ofJurisdiction(currentActor().jurisdiction), { department: 'b.receiver_id' });
    return this.db.read<BreakdownRow>(`${ROW} WHERE ${condition}${scope.and} ORDER BY r.code`, [
      ...values,
      ...scope.values,
    ]);
  }
}
