import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { newId } from '../database/id.js';
import type { CheckedCounters } from './counters.js';

/** What one look found. */
export interface SelfCheckFound {
  at: number;
  milliseconds: number;
  counters: CheckedCounters;
  problems: readonly string[];
}

/** A look whose mail has to be sent. */
export interface AlertDue {
  id: string;
  at: number;
  problems: string[];
  tries: number;
}

interface Row {
  id: string;
  at: number;
  milliseconds: number;
  counters: string;
  problems: string;
  tries: number;
}

/** The table of looks. */
@Injectable()
export class SelfCheckStore {
  constructor(private readonly db: Database) {}

  /** Keeps what was found, and whether somebody has to be told by mail; within a unit. */
  async add({ at, milliseconds, counters, problems }: SelfCheckFound, tell: boolean): Promise<void> {
    await this.db.write(
      `INSERT INTO self_check (id, at, milliseconds, counters, problems, mail_state, tries, next_at)
       VALUES (?, ?, ?, ?, ?, ?, 0, ?)`,
      [newId(), at, milliseconds, JSON.stringify(counters), JSON.stringify(problems), tell ? 'WAITING' : 'NONE', at],
    ); // prettier-ignore
  }

  /** Lets go what was found before an instant; within a unit. */
  async forget(before: number): Promise<void> {
    await this.db.write('DELETE FROM self_check WHERE at < ?', [before]);
  }

  /** The last look, or null when there was none yet. */
  async last(): Promise<SelfCheckFound | null> {
    const rows = await this.db.read<Row>('SELECT * FROM self_check ORDER BY at DESC, id DESC LIMIT 1');
    return rows[0] ? foundOf(rows[0]) : null;
  }

  /** When somebody was last told, or is about to be, and of what. */
  async lastTold(): Promise<{ at: number; problems: string[] } | null> {
    const rows = await this.db.read<Row>(
      `SELECT * FROM self_check WHERE mail_state <> 'NONE' ORDER BY at DESC, id DESC LIMIT 1`,
    );
    return rows[0] ? { at: rows[0].at, problems: JSON.parse(rows[0].problems) as string[] } : null;
  }

  /** Mails that wait and are due. */
  async due(now: number): Promise<AlertDue[]> {
    const rows = await this.db.read<Row>(
      `SELECT * FROM self_check WHERE mail_state = 'WAITING' AND next_at <= ? ORDER BY at, id LIMIT 10`,
      [now],
    );
    return rows.map(({ id, at, problems, tries }) => ({
      id,
      at,
      problems: JSON.parse(problems) as string[],
      tries,
    }));
  }

  /** Takes a mail for this process until an instant; false when another was faster. Within a unit. */
  async take({ id, tries }: AlertDue, until: number): Promise<boolean> {
    const { affected } = await this.db.write(
      `UPDATE self_check SET next_at = ?, tries = tries + 1 WHERE id = ? AND mail_state = 'WAITING' AND tries = ?`,
      [until, id, tries],
    );
    return affected === 1;
  }

  /** How the mail went; within a unit. */
  async mark(id: string, state: 'SENT' | 'WAITING' | 'GIVEN_UP', next: number): Promise<void> {
    await this.db.write('UPDATE self_check SET mail_state = ?, next_at = ? WHERE id = ?', [state, next, id]);
  }
}

function foundOf({ at, milliseconds, counters, problems }: Row): SelfCheckFound {
  return {
    at,
    milliseconds,
    counters: JSON.parse(counters) as CheckedCounters,
    problems: JSON.parse(problems) as string[],
  };
}
