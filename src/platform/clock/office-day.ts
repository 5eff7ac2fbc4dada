import { isDay, type Day } from '../../domain/calendar/day.js';
import { DomainError } from '../../domain/refusal.js';
import type { Database } from '../database/database.js';
import type { OfficeClock } from './office-clock.js';

const DEMONSTRATION = 'demonstration';
const OFFICE_DAY = 'office-day';
const UPSERT =
  'INSERT INTO office_setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value';

/**
 * The office day of demonstration data: *today* is held at a value kept in the data themselves, so every process that
 * opens them reads the same day. Any other data refuse it.
 */
export class OfficeDay {
  constructor(
    private readonly db: Database,
    private readonly clock: OfficeClock,
  ) {}

  /** Marks empty data as a demonstration. Refuses data that already hold an office's own records. */
  async declareDemonstration(isEmpty: () => Promise<boolean>): Promise<void> {
    if (await this.isDemonstration()) return;
    if (!(await isEmpty())) {
      throw new DomainError(
        'CONFLICT',
        'NOT_DEMONSTRATION_DATA',
        '数据目录中已有正式数据，不能装入演示年度；请另设数据目录。',
      );
    }
    await this.db.unitOfWork.run(() => this.db.write(UPSERT, [DEMONSTRATION, 'yes']));
  }

  /** True in demonstration data. */
  async isDemonstration(): Promise<boolean> {
    return (await this.value(DEMONSTRATION)) === 'yes';
  }

  /** Holds today at a day and time of day. Refuses outside demonstration data. */
  async hold(day: Day, time = '12:00'): Promise<void> {
    if (!(await this.isDemonstration())) {
      throw new DomainError('FORBIDDEN', 'OFFICE_DAY_REFUSED', '正式数据不能设定办公日，只有演示数据可以。');
    }
    await this.db.unitOfWork.run(() => this.db.write(UPSERT, [OFFICE_DAY, `${day}T${time}`]));
    this.clock.hold({ day, time });
  }

  /** The held day, or null; for the banner that every page shows. */
  async held(): Promise<Day | null> {
    return (await this.value(OFFICE_DAY))?.slice(0, 10) ?? null;
  }

  /** Reads the held day from the data into this process's clock; called at start and on every tick. */
  async refresh(): Promise<void> {
    const value = await this.value(OFFICE_DAY);
    const [day, time] = (value ?? '').split('T');
    this.clock.hold(isDay(day) ? { day, time: time ?? '12:00' } : null);
  }

  private async value(name: string): Promise<string | null> {
    const rows = await this.db.read<{ value: string }>('SELECT value FROM office_setting WHERE name = ?', [
      name,
    ]);
    return rows[0]?.value ?? null;
  }
}
