import { Injectable } from '@nestjs/common';
import type { Scope } from '../../platform/auth/scope.js';
import { Database } from '../../platform/database/database.js';
import { likeText } from '../../platform/database/like-text.js';
import { partiesWithin, keptOf, type KeptCase } from './court-case.store.js';

/** What a list of cases is narrowed by; every part is optional. */
export interface CaseFilter {
  /** What the actor may see. */
  scope: Scope;
  /** Cases of which each of these is a party. */
  departmentIds: readonly string[];
  /** Cases filed or heard in it. */
  year?: number | undefined;
  instance?: string | undefined;
  register?: string | undefined;
  q?: string | undefined;
}

/** Reads pages of cases and the hearings of a month. */
@Injectable()
export class CaseListStore {
  constructor(private readonly db: Database) {}

  /** Cases by first filing, newest first, from after (filing, id). */
  async page(filter: CaseFilter, after: readonly string[] | null, limit: number): Promise<KeptCase[]> {
    const { conditions, values } = conditionsOf(filter);
    if (after) {
      conditions.push('(c.filed_on, c.id) < (?, ?)');
      values.push(...after);
    }
    const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
    const rows = await this.db.read<{ facts: string; version: number }>(
      `SELECT c.facts, c.version FROM court_case c ${where} ORDER BY c.filed_on DESC, c.id DESC LIMIT ?`,
      [...values, limit],
    );
    return rows.map(keptOf);
  }

  /** Cases with a hearing between two days, for a calendar; with a department, only its own. */
  async heardBetween(
    from: string,
    to: string,
    filter: Pick<CaseFilter, 'scope' | 'departmentIds'>,
  ): Promise<KeptCase[]> {
    const { conditions, values } = conditionsOf(filter);
    conditions.unshift('EXISTS (SELECT 1 FROM court_hearing h WHERE h.case_id = c.id AND h.day BETWEEN ? AND ?)');
    const rows = await this.db.read<{ facts: string; version: number }>(
      `SELECT c.facts, c.version FROM court_case c WHERE ${conditions.join(' AND ')} ORDER BY c.filed_on, c.id`,
      [from, to, ...values],
    );
    return rows.map(keptOf);
  } // prettier-ignore
}

function conditionsOf(filter: CaseFilter): { conditions: string[]; values: (string | number)[] } {
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const add = (given: unknown, condition: string, ...bound: (string | number)[]): void => {
    if (given === undefined) return;
    conditions.push(condition);
    values.push(...bound);
  };
  for (const id of filter.departmentIds) {
    add(id, 'EXISTS (SELECT 1 FROM court_case_party p WHERE p.case_id = c.id AND p.department_id = ?)', id);
  }
  const scoped = partiesWithin(filter.scope, 'c');
  if (scoped.and !== '') add(scoped, scoped.and.replace(/^ AND /, ''), ...scoped.values);
  const [from, to] = [`${filter.year}-01-01`, `${filter.year}-12-31`];
  add(
    filter.year,
    `(EXISTS (SELECT 1 FROM court_instance i WHERE i.case_id = c.id AND i.filed_on BETWEEN ? AND ?)
      OR EXISTS (SELECT 1 FROM court_hearing h WHERE h.case_id = c.id AND h.day BETWEEN ? AND ?))`,
    from,
    to,
    from,
    to,
  );
  const level = filter.instance ?? '';
  add(
    filter.instance,
    'EXISTS (SELECT 1 FROM court_instance l WHERE l.case_id = c.id AND l.level = ?)',
    level,
  );
  add(filter.register, 'c.register = ?', filter.register ?? '');
  add(filter.q, `c.search_text LIKE ? ESCAPE '!'`, `%${likeText(filter.q ?? '')}%`);
  return { conditions, values };
}
