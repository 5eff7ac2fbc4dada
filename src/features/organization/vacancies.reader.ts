import { Injectable } from '@nestjs/common';
import { addDays, type Day } from '../../domain/calendar/day.js';
import { Database } from '../../platform/database/database.js';
import type { PostKind } from './post.store.js';

/** A post that somebody held once and nobody holds on the day asked about. */
export interface VacancyFacts {
  departmentId: string;
  kind: PostKind;
  postCode: string;
  /** Who held it last. */
  lastHolder: string;
  /** First day without a holder. */
  since: Day;
}

/** Which posts stand empty. */
@Injectable()
export class VacanciesReader {
  constructor(private readonly db: Database) {}

  /** Posts begun by a day that have no holder on it, by code. */
  async vacant(asOf: Day): Promise<VacancyFacts[]> {
    const rows = await this.db.read<Omit<VacancyFacts, 'since'> & { lastDay: Day }>(
      `SELECT p.department_id AS "departmentId", p.kind, p.code AS "postCode", p.holder AS "lastHolder",
              p.to_day AS "lastDay"
         FROM post p WHERE p.to_day < ?
          AND NOT EXISTS (SELECT 1 FROM post q WHERE q.code = p.code AND q.from_day > p.from_day AND q.from_day <= ?)
        ORDER BY p.code`,
      [asOf, asOf],
    );
    return rows.map(({ lastDay, ...vacancy }) => ({ ...vacancy, since: addDays(lastDay, 1) }));
  }
}
