import { bulkInsert } from '../../src/platform/database/bulk-insert.js';
import type { Database } from '../../src/platform/database/database.js';
import { TestClock } from './test-clock.js';

/** Thursday 30 November 2023, 10:00 in Shanghai. */
export const WORKING_HOUR = Date.UTC(2023, 10, 30, 2);
const DAY = '2023-11-30';

/** It stays ten o'clock of that working day, however much time passes between two tries. */
export class TenOClock extends TestClock {
  constructor() {
    super(WORKING_HOUR, DAY);
  }

  override timeOfDay(): string {
    return '10:00';
  }
}

/** A digest and the one delivery that waits for it; its ids are g and v with its place in the list. */
export interface WaitingDigest {
  departmentId: string;
  holder: string;
  subject: string;
  channel: string;
  address: string;
  messageId: string;
}

/** Puts digests of that day with their deliveries into tables, inside the open unit; departments must be there. */
export async function queueDigests(db: Database, waiting: readonly WaitingDigest[]): Promise<void> {
  await bulkInsert(
    db,
    'digest',
    ['id', 'day', 'department_id', 'recipient', 'post_code', 'holder', 'subject', 'text', 'items', 'fallback', 'version'],
    waiting.map(({ departmentId, holder, subject }, i) =>
      [`g${i}`, DAY, departmentId, `R${i}`, '', holder, subject, '请抓紧办理。', 1, 0, 1]),
  ); // prettier-ignore
  await bulkInsert(
    db,
    'delivery',
    ['id', 'digest_id', 'channel', 'address', 'message_id', 'state', 'tries', 'next_at', 'lease_until', 'fence', 'last_error'],
    waiting.map(({ channel, address, messageId }, i) =>
      [`v${i}`, `g${i}`, channel, address, messageId, 'QUEUED', 0, 0, 0, 0, '']),
  ); // prettier-ignore
}

/** How many deliveries are in which state. */
export async function deliveryStates(db: Database): Promise<Record<string, number>> {
  const rows = await db.read<{ state: string; n: number }>(
    'SELECT state, CAST(COUNT(*) AS integer) AS n FROM delivery GROUP BY state ORDER BY state',
  );
  return Object.fromEntries(rows.map((row) => [row.state, row.n]));
}
