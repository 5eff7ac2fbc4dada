import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { Database } from '../../platform/database/database.js';
import { updateVersioned } from '../../platform/database/version.js';
import { Post } from './post.entity.js';

/** Duties a post can stand for. */
export const POST_KINDS = ['CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER'] as const;
export type PostKind = (typeof POST_KINDS)[number];

/** A term: who holds a post from when to when. */
export type Term = Omit<Post, 'kind'> & { kind: PostKind };

const COLUMNS = `id, code, department_id AS "departmentId", kind, holder, email, from_day AS "fromDay", to_day AS "toDay",
  version`;

/** The only file that knows the table of posts. */
@Injectable()
export class PostStore {
  constructor(private readonly db: Database) {}

  /** The term of a post that a day lies in; null when nobody holds it then. Asked by every request. */
  async heldOn(code: string, day: Day): Promise<Term | null> {
    const rows = await this.db.read<Term>(
      `SELECT ${COLUMNS} FROM post WHERE code = ? AND from_day <= ? AND (to_day IS NULL OR to_day >= ?)`,
      [code, day, day],
    );
    return rows[0] ?? null;
  }

  /** All terms a day lies in, by code. */
  async termsOn(day: Day): Promise<Term[]> {
    const rows = await this.db.reader
      .createQueryBuilder(Post, 'p')
      .where('p.fromDay <= :day AND (p.toDay IS NULL OR p.toDay >= :day)', { day })
      .orderBy('p.code')
      .getMany();
    return rows as Term[];
  }

  /** Every term of every post, by code and first day. */
  async all(): Promise<Term[]> {
    return (await this.db.reader.find(Post, { order: { code: 'ASC', fromDay: 'ASC' } })) as Term[];
  }

  /** Every term of one post, oldest first. */
  async terms(code: string): Promise<Term[]> {
    return (await this.db.reader.find(Post, { where: { code }, order: { fromDay: 'ASC' } })) as Term[];
  }

  async add(term: Term): Promise<void> {
    await this.db.writer.insert(Post, term);
  }

  async change(term: Pick<Term, 'id' | 'version'>, changes: Partial<Term>): Promise<void> {
    await updateVersioned(this.db, Post, term, changes);
  }
}
