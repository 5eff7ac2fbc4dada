import { WHOLE_INSTALLATION } from '../../domain/access/jurisdiction.js';
import type { Database } from '../database/database.js';
import { seeingAll } from '../database/sight.js';

/** Takes the column of a row's owning department; gives SQL for the path of the jurisdiction in which that lies today. */
export function ownerLiesIn(owner: string): string {
  const path = `SELECT d.jurisdiction FROM department d WHERE d.id = ${owner}`;
  return `COALESCE((${path}), '${WHOLE_INSTALLATION}')`;
}

/**
 * Makes room for a row that one jurisdiction has once by a key: the one in its place whose owner has moved to another
 * jurisdiction since takes that one's path (ADR 0036). Inside a unit of work; `table` has `jurisdiction` and
 * `owner_department_id`, and a row that no department owns stays.
 */
export async function makeRoom(
  db: Database,
  table: string,
  key: Readonly<Record<string, number>>,
  jurisdiction: string,
): Promise<void> {
  const lies = ownerLiesIn('owner_department_id');
  const same = Object.keys(key).map((column) => `${column} = ?`).join(' AND '); // prettier-ignore
  await seeingAll('NUMBERING', () =>
    db.write(
      `UPDATE ${table} SET jurisdiction = ${lies}
        WHERE ${same} AND jurisdiction = ? AND owner_department_id IS NOT NULL AND ${lies} <> ?`,
      [...Object.values(key), jurisdiction, jurisdiction],
    ),
  );
}
