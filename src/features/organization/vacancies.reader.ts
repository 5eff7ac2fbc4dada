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

/** A post by its latest term, whether anybody holds it now or not. */
export interface PostFacts {
  postCode: string;
  departmentId: string;
  kind: PostKind;
  /** Who holds or held the latest term. */
  holder: string;
}

/** Posts beyond who holds them today: which stand empty, and what a post is. */
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

  /** A post by its code; null when there never was one. */
  async latest(code: string): Promise<PostFacts | null> {
    const rows = await this.db.read<PostFacts>(
      `SELECT code AS "postCode", department_id AS "departmentId", kind, holder FROM post
        WHERE code = ? ORDER BY from_day DESC LIMIT 1`,
      [code],
    );
    return rows[0] ?? null;
  }
}
