import { Injectable } from '@nestjs/common';
import { bulkInsert } from '../../platform/database/bulk-insert.js';
import { tasksWithin, type Scope } from '../../platform/auth/scope.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { Indicator } from './indicator.entity.js';

/** A heading as it is kept. */
export type IndicatorRecord = { [Key in keyof Indicator]: Indicator[Key] };

const COLUMNS = ['id', 'ledger_id', 'parent_id', 'level', 'name', 'path', 'ordinal'];

/** Takes names from level 1; gives the path headings are known by. */
export function pathOf(names: readonly string[]): string {
  return names.join(' / ');
}

/** Keeps the tree of headings of a ledger. */
@Injectable()
export class IndicatorStore {
  constructor(private readonly db: Database) {}

  /** All headings of a ledger in the order they were met. */
  async ofLedger(ledgerId: string): Promise<IndicatorRecord[]> {
    return this.db.reader.find(Indicator, { where: { ledgerId }, order: { ordinal: 'ASC' } });
  }

  /** How many tasks stand right under each heading: those within a scope. */
  async taskCounts(ledgerId: string, scope: Scope): Promise<Map<string, number>> {
    const { and, values } = tasksWithin(scope, 't');
    const rows = await this.db.read<{ id: string; n: number | string }>(
      `SELECT t.indicator_id AS id, COUNT(*) AS n FROM task t
        WHERE t.ledger_id = ? AND t.indicator_id IS NOT NULL ${and} GROUP BY t.indicator_id`,
      [ledgerId, ...values],
    );
    return new Map(rows.map(({ id, n }) => [id, Number(n)]));
  }

  /** Makes sure that every list of names has its headings; gives path → id. */
  async ensure(ledgerId: string, lists: readonly (readonly string[])[]): Promise<Map<string, string>> {
    const known = await this.ofLedger(ledgerId);
    const ids = new Map(known.map((heading) => [heading.path, heading.id]));
    const fresh: IndicatorRecord[] = [];
    for (const names of lists) {
      names.forEach((name, i) => {
        const path = pathOf(names.slice(0, i + 1));
        if (ids.has(path)) return;
        const parentId = i === 0 ? null : (ids.get(pathOf(names.slice(0, i))) ?? null);
        const ordinal = known.length + fresh.length + 1;
        const heading = { id: newId(), ledgerId, parentId, level: i + 1, name, path, ordinal };
        fresh.push(heading);
        ids.set(path, heading.id);
      });
    }
    const rows = fresh.map((h) => [h.id, h.ledgerId, h.parentId, h.level, h.name, h.path, h.ordinal]);
    await bulkInsert(this.db, 'indicator', COLUMNS, rows);
    return ids;
  }
}
