import { Injectable } from '@nestjs/common';
import type { Month } from '../../domain/calendar/month.js';
import type { Day } from '../../domain/calendar/day.js';
import type { RegisterRow } from '../../domain/snapshot/register-row.js';
import type { MonthRegisters } from '../../domain/snapshot/register-text.js';
import type { SnapshotRow } from '../../domain/snapshot/snapshot-row.js';
import type { SnapshotTotals } from '../../domain/snapshot/snapshot-totals.js';
import { Database } from '../../platform/database/database.js';
import { marks } from '../../platform/database/placeholders.js';
import { CorrectionStore } from './snapshot/correction.store.js';
import type { DispatchRound } from './dispatch-round.entity.js';
import { RegisterStore } from './snapshot/register.store.js';
import { RoundStore } from './round.store.js';
import { SnapshotStore, type FrozenMonth, type SnapshotFilter } from './snapshot/snapshot.store.js';

export type { FrozenMonth } from './snapshot/snapshot.store.js';

/** A round as later features see it. */
export interface RoundFacts {
  id: string;
  ledgerId: string;
  month: Month;
  state: string;
  reportsDueOn: Day;
  freezeOn: Day;
  meetingOn: Day;
  bulletinDueOn: Day;
  madeUp: boolean;
  /** Null until the month is frozen. */
  snapshotSha256: string | null;
  totals: SnapshotTotals | null;
  /** Empty until the month is frozen. */
  registerFigures: MonthRegisters['figures'];
}

/** A correction of an earlier frozen month. */
export interface CorrectionFacts {
  month: Month;
  taskId: string;
  departmentCode: string;
  field: string;
  was: string;
  now: string;
  reason: string;
  recordedOn: Day;
}

/** A reminder as later features see it. */
export interface ReminderFacts {
  id: string;
  number: string;
  label: string;
  paper: string;
  rung: string;
  subjectKind: string;
  /** Of the task, or of the thing of another register. */
  taskNumber: string;
  taskTitle: string;
  /** Name of the node or period, empty for the task itself. */
  node: string;
  period: string;
  departmentId: string;
  recipient: string;
  dueOn: Day | null;
  sendOn: Day;
  replyBy: Day | null;
  explanation: string;
  state: string;
}

const REMINDER = `SELECT r.id, r.number, r.label, r.paper, r.rung, r.subject_kind AS "subjectKind",
  COALESCE(t.number, r.subject_number, '') AS "taskNumber", COALESCE(t.title, r.subject_title, '') AS "taskTitle", COALESCE(m.label, '') AS node, r.period,
  r.department_id AS "departmentId", r.recipient, r.due_on AS "dueOn", r.send_on AS "sendOn", r.reply_by AS "replyBy",
  r.explanation, r.state
  FROM reminder r LEFT JOIN task t ON t.id = r.task_id
  LEFT JOIN milestone m ON m.id = r.subject_id AND r.subject_kind = 'MILESTONE'`;

/** What later features may ask about rounds, frozen months and reminders. */
@Injectable()
export class DispatchReader {
  constructor(
    private readonly db: Database,
    private readonly rounds: RoundStore,
    private readonly snapshots: SnapshotStore,
    private readonly correctionStore: CorrectionStore,
    private readonly registers: RegisterStore,
  ) {}

  /** The round of a ledger's month, or null. */
  async round(ledgerId: string, month: Month): Promise<RoundFacts | null> {
    const round = await this.rounds.of(ledgerId, month);
    return round && factsOf(round);
  }

  /** One round, or null. */
  async roundById(id: string): Promise<RoundFacts | null> {
    const round = await this.rounds.one(id);
    return round && factsOf(round);
  }

  /** Rounds of a ledger that are frozen, oldest first; a bulletin's number is its place among them. */
  async frozenRounds(ledgerId: string): Promise<RoundFacts[]> {
    const rounds = (await this.rounds.list(ledgerId)).filter((round) => round.snapshotSha256 !== null);
    return rounds.map(factsOf).reverse();
  }

  /** Frozen rows in reading order, each task before its departments. */
  snapshotRows(roundId: string, filter: SnapshotFilter = {}): Promise<SnapshotRow[]> {
    return this.snapshots.all(roundId, filter);
  }

  /** Decisions and hearings of a frozen month, in reading order. */
  registerRows(roundId: string): Promise<RegisterRow[]> {
    return this.registers.rows(roundId, null);
  }

  /** Corrections of earlier months that are told in this month's bulletin. */
  async corrections(ledgerId: string, shownIn: Month): Promise<CorrectionFacts[]> {
    const rows = await this.correctionStore.shownIn(ledgerId, shownIn);
    return rows.map(({ month, taskId, departmentCode, field, was, now, reason, recordedOn }) => ({
      month, taskId, departmentCode, field, was, now, reason, recordedOn,
    })); // prettier-ignore
  }

  /** Issued reminders of one addressee that are to be sent by a day, in the order of their rungs and tasks. */
  remindersFor(departmentId: string, recipient: string, sendOnUpTo: Day): Promise<ReminderFacts[]> {
    return this.db.read<ReminderFacts>(
      `${REMINDER} WHERE r.department_id = ? AND r.recipient = ? AND r.send_on <= ? AND r.state = 'ISSUED'
        ORDER BY r.due_on, t.sort_key, r.rung, r.id`,
      [departmentId, recipient, sendOnUpTo],
    );
  }

  /** Reminders by id, in the order given by their numbers. */
  async remindersByIds(ids: readonly string[]): Promise<ReminderFacts[]> {
    if (ids.length === 0) return [];
    return this.db.read<ReminderFacts>(
      `${REMINDER} WHERE r.id IN (${marks(ids)}) ORDER BY r.due_on, t.sort_key, r.rung, r.id`,
      [...ids],
    );
  }

  /** Reminders about a task, its nodes and its reports, latest first: to everybody, or to one department. */
  async remindersOfTask(taskId: string, departmentId: string | null): Promise<ReminderFacts[]> {
    const mine = departmentId === null ? '' : ' AND r.department_id = ?';
    return this.db.read<ReminderFacts>(
      `${REMINDER} WHERE r.task_id = ?${mine} ORDER BY r.send_on DESC, r.rung, r.id`,
      [taskId, ...(departmentId === null ? [] : [departmentId])],
    );
  }

  /** Frozen months of a task, latest first; with a code the rows of that department only. */
  async monthsOfTask(taskId: string, departmentCode: string | null): Promise<FrozenMonth[]> {
    return this.snapshots.monthsOf(taskId, departmentCode);
  }

  /** The last frozen month of each of these tasks that has one, of whichever ledgers; at most 1,000 tasks. */
  async lastMonthsOf(taskIds: readonly string[]): Promise<Map<string, FrozenMonth>> {
    if (taskIds.length === 0) return new Map();
    return new Map((await this.snapshots.lastMonthsOf(taskIds)).map((row) => [row.taskId, row]));
  }

  /** What a slot of the freeze or the chase issued. */
  remindersOf(slot: string): Promise<ReminderFacts[]> {
    return this.db.read<ReminderFacts>(`${REMINDER} WHERE r.slot = ? ORDER BY t.sort_key, r.rung, r.id`, [
      slot,
    ]);
  }
}

function factsOf(round: DispatchRound): RoundFacts {
  return {
    id: round.id,
    ledgerId: round.ledgerId,
    month: round.month,
    state: round.state,
    reportsDueOn: round.reportsDueOn,
    freezeOn: round.freezeOn,
    meetingOn: round.meetingOn,
    bulletinDueOn: round.bulletinDueOn,
    madeUp: round.madeUp === 1,
    snapshotSha256: round.snapshotSha256,
    totals: RoundStore.totalsOf<SnapshotTotals>(round),
    registerFigures: JSON.parse(round.registerFigures ?? '{}') as MonthRegisters['figures'],
  };
}
