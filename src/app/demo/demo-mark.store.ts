import type { Day } from '../../domain/calendar/day.js';
import type { Database } from '../../platform/database/database.js';

/** How far a demonstration has been loaded: the next deed is number `deed` (from 0) of `day`. */
export interface DemoMark {
  day: Day;
  deed: number;
}

const NAME = 'demo-loaded-up-to';

/** Keeps the mark in the data themselves, written in the same unit as the deeds it stands for. */
export class DemoMarkStore {
  constructor(private readonly db: Database) {}

  /** Null before the first deed. */
  async read(): Promise<DemoMark | null> {
    const rows = await this.db.read<{ value: string }>('SELECT value FROM office_setting WHERE name = ?', [
      NAME,
    ]);
    const [day, deed] = rows[0]?.value.split('/') ?? [];
    return day === undefined ? null : { day, deed: Number(deed) };
  }

  /** Inside the open unit. */
  async write({ day, deed }: DemoMark): Promise<void> {
    await this.db.write(
      'INSERT INTO office_setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      [NAME, `${day}/${deed}`],
    );
  }

  /**
   * True when the data hold nothing but what a first start brings in by itself: whatever anybody has ever done in the
   * office stands in the audit trail.
   */
  async isUntouched(): Promise<boolean> {
    const rows = await this.db.read(
      `SELECT seq FROM audit_event WHERE operation NOT IN ('calendar.seedYear', 'organization.seedGroup') LIMIT 1`,
    );
    return rows.length === 0;
  }

  /** An event of the outbox that was tried and could not be worked, or null. */
  async failedEvent(): Promise<{ topic: string; error: string } | null> {
    const rows = await this.db.read<{ topic: string; error: string }>(
      `SELECT topic, COALESCE(last_error, '') AS error FROM outbox WHERE state <> 'DONE' ORDER BY created_at, id LIMIT 1`,
    );
    return rows[0] ?? null;
  }
}
