import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import { OPEN_STATES } from '../../../domain/task/task-lifecycle.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { ownWorkOf, within, type ScopedColumns } from '../../../platform/auth/scope.js';
import { Database } from '../../../platform/database/database.js';
import { marks } from '../../../platform/database/placeholders.js';

/** How many records wait, and since when the oldest does. */
export interface Waiting {
  n: number;
  oldest: Day | null;
}

/** An upload that nobody has committed or thrown away. */
export interface OpenImport {
  id: string;
  fileName: string;
  createdOn: Day;
}

const REMINDERS: ScopedColumns = { department: 'r.department_id', ledger: 'r.ledger_id' };

/** What lies on somebody's desk, counted where it is kept: what his own jurisdiction has to do. */
@Injectable()
export class WaitingStore {
  constructor(private readonly db: Database) {}

  /** Reports handed in and not reviewed, in months that are not frozen. */
  reports(): Promise<Waiting> {
    return this.count(
      'r.submitted_on',
      `progress_report r WHERE r.state = 'SUBMITTED' AND NOT EXISTS (SELECT 1 FROM dispatch_round d
         WHERE d.ledger_id = r.ledger_id AND d.month = r.month AND d.frozen_at IS NOT NULL)`,
      [],
      { ledger: 'r.ledger_id' },
    );
  }

  /** Close-out requests in a state, save those this post has had its hands on. */
  closeOuts(state: 'SUBMITTED' | 'VERIFIED', post: string): Promise<Waiting> {
    return this.count(
      'c.requested_on',
      `close_out_request c JOIN task t ON t.id = c.task_id WHERE c.state = ? AND c.requested_by <> ? AND COALESCE(c.verified_by, '') <> ?`,
      [state, post, post],
      { ledger: 't.ledger_id' },
    );
  }

  /** Tasks of which a department disputes its part. */
  objections(): Promise<Waiting> {
    return this.count(
      't.state_since',
      `task t WHERE t.state IN (${marks(OPEN_STATES)}) AND (t.state = 'OBJECTED'
         OR EXISTS (SELECT 1 FROM assignment a WHERE a.task_id = t.id AND a.state = 'OBJECTED'))`,
      [...OPEN_STATES],
      { ledger: 't.ledger_id' },
    );
  }

  /** What the office above handed down and nobody has assigned yet. */
  received(): Promise<Waiting> {
    return this.count('b.handed_down_on', `task_breakdown b WHERE b.state IN ('PENDING', 'ACCEPTED')`, [], {
      department: 'b.receiver_id',
    });
  }

  /** What an office below sent back. */
  returned(): Promise<Waiting> {
    return this.count('b.answered_on', `task_breakdown b WHERE b.state = 'RETURNED'`, [], {
      department: 'b.giver_id',
    });
  }

  /** Proposed reminders (通报, 约谈) that wait for this approver. */
  proposed(approver: string): Promise<Waiting> {
    return this.count(
      'r.issued_on',
      `reminder r WHERE r.state = 'PROPOSED' AND r.approver = ?`,
      [approver],
      REMINDERS,
    );
  }

  /** Issued reminders whose reply is overdue on a day. */
  repliesOverdue(today: Day): Promise<Waiting> {
    return this.count(
      'r.reply_by',
      `reminder r WHERE r.state = 'ISSUED' AND r.reply_by < ?`,
      [today],
      REMINDERS,
    );
  }

  /** Digests up to a day that nobody signed for; with `givenUp` those whose mail was given up. */
  digests(today: Day, which: 'unsigned' | 'givenUp'): Promise<Waiting> {
    const condition =
      which === 'unsigned'
        ? 'd.signed_on IS NULL'
        : `EXISTS (SELECT 1 FROM delivery v WHERE v.digest_id = d.id AND v.state = 'GIVEN_UP')`;
    return this.count('d.day', `digest d WHERE d.day <= ? AND ${condition}`, [today], {
      department: 'd.department_id',
    });
  }

  /** Uploads that are still previews, latest first; at most `limit`. */
  imports(limit: number): Promise<OpenImport[]> {
    return this.db.read<OpenImport>(
      `SELECT id, file_name AS "fileName", created_on AS "createdOn" FROM ledger_import
        WHERE state = 'PREVIEW' AND jurisdiction = ? ORDER BY created_on DESC, id DESC LIMIT ?`,
      [currentActor().jurisdiction, limit],
    );
  }

  private async count(
    day: string,
    from: string,
    values: readonly unknown[],
    columns: ScopedColumns,
  ): Promise<Waiting> {
    const own = within(ownWorkOf(currentActor()), columns);
    const rows = await this.db.read<Waiting>(
      `SELECT CAST(COUNT(*) AS integer) AS n, MIN(NULLIF(${day}, '')) AS oldest FROM ${from}${own.and}`,
      [...values, ...own.values],
    );
    return rows[0] ?? { n: 0, oldest: null };
  }
}
