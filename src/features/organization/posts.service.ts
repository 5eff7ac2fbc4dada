import { Injectable } from '@nestjs/common';
import { addDays, type Day } from '../../domain/calendar/day.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { newId } from '../../platform/database/id.js';
import { seeingAll } from '../../platform/database/sight.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { staleVersion } from '../../platform/database/version.js';
import { DepartmentStore } from './department.store.js';
import {
  departmentOfOther,
  departmentUnknown,
  postOfOtherDepartment,
  postUnknown,
  termNotAfterLast,
} from './organization.errors.js';
import { isKnownTo, keeps, requireKeeper } from './organization.policy.js';
import { PostStore, type PostKind, type Term } from './post.store.js';

/** Who is to hold a post, from which day on. */
export interface Appointment {
  code: string;
  department: string;
  kind: PostKind;
  holder: string;
  email: string;
  from: Day;
}

/** Posts and their holders, kept by hand. */
@Injectable()
export class PostsService {
  constructor(
    private readonly posts: PostStore,
    private readonly departments: DepartmentStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** Terms a day lies in, by post code, from after a code; at most `limit`; of one department where its code is given. */
  async page(asOf: Day, after: string | null, limit: number, department: string | null): Promise<Term[]> {
    const departmentId = department === null ? null : await this.departmentId(department);
    const known = await this.known();
    const terms = await this.posts.termsOn(asOf);
    return terms
      .filter((term) => known.has(term.departmentId))
      .filter((term) => departmentId === null || term.departmentId === departmentId)
      .filter((term) => after === null || term.code > after)
      .slice(0, limit);
  }

  /** Department codes by id, for showing terms. */
  async departmentCodes(): Promise<Map<string, string>> {
    return new Map((await this.departments.all()).map(({ id, code }) => [id, code]));
  }

  /** Every term of a post, newest first; refuses a post that never was. */
  async history(code: string): Promise<Term[]> {
    const terms = await this.posts.terms(code);
    const known = await this.known();
    if (!terms.some((term) => known.has(term.departmentId))) throw postUnknown(code);
    return terms.toReversed();
  }

  /** Changes where the last holder of a post is reached. Who he is stays as appointed. Refuses a stale version. */
  async changeContact(code: string, version: number, email: string): Promise<Term[]> {
    requireKeeper(currentActor());
    return this.unitOfWork.run(async () => {
      const [last] = await this.history(code);
      if (!last) throw postUnknown(code);
      await this.requireKept(last.departmentId);
      if (last.version !== version) throw staleVersion('post', last, version);
      await this.posts.change(last, { email });
      this.record('changeContact', last.id, { email: last.email }, { email });
      return this.history(code);
    });
  }

  /**
   * Appoints a holder; the former one's term ends the day before. Refuses a day not after the last appointment, and a
   * post code that belongs to another department or duty.
   */
  async appoint(appointment: Appointment): Promise<Term> {
    requireKeeper(currentActor());
    const { department, from, ...facts } = appointment;
    return this.unitOfWork.run(async () => {
      const departmentId = await this.departmentId(department);
      await this.requireKept(departmentId);
      // A code is one of its kind in the installation, also where the actor does not see who holds it.
      const last = (await seeingAll('NUMBERING', () => this.posts.terms(facts.code))).at(-1);
      if (last) await this.succeed(last, { ...facts, departmentId, from });
      const term: Term = { ...facts, departmentId, id: newId(), fromDay: from, toDay: null, version: 1 };
      await this.posts.add(term);
      this.record('appoint', term.id, null, { ...term });
      return term;
    });
  }

  /** Ends the term of whoever holds the post on its last day. Refuses a stale version. */
  async vacate(code: string, version: number, lastDay: Day): Promise<Term> {
    requireKeeper(currentActor());
    return this.unitOfWork.run(async () => {
      const last = (await this.posts.terms(code)).at(-1);
      if (!last || (last.toDay !== null && last.toDay < lastDay)) throw postUnknown(code);
      if (!(await this.known()).has(last.departmentId)) throw postUnknown(code);
      await this.requireKept(last.departmentId);
      if (last.fromDay > lastDay) throw termNotAfterLast(code, last.fromDay);
      if (last.version !== version) throw staleVersion('post', last, version);
      await this.end(last, lastDay, 'vacate');
      return { ...last, toDay: lastDay, version: version + 1 };
    });
  }

  private async succeed(
    last: Term,
    next: { code: string; departmentId: string; kind: PostKind; from: Day },
  ): Promise<void> {
    if (last.departmentId !== next.departmentId || last.kind !== next.kind)
      throw postOfOtherDepartment(next.code);
    if (last.fromDay >= next.from) throw termNotAfterLast(next.code, last.fromDay);
    if (last.toDay === null || last.toDay >= next.from)
      await this.end(last, addDays(next.from, -1), 'endTerm');
  }

  private async end(term: Term, toDay: Day, deed: string): Promise<void> {
    await this.posts.change(term, { toDay });
    this.record(deed, term.id, { toDay: term.toDay }, { toDay });
  }

  private async departmentId(code: string): Promise<string> {
    const department = await this.departments.byCode(code);
    if (!department || !isKnownTo(currentActor(), department)) throw departmentUnknown(code);
    return department.id;
  }

  /** Ids of the departments whose posts the actor may look up. */
  private async known(): Promise<Set<string>> {
    const departments = (await this.departments.all()).filter((each) => isKnownTo(currentActor(), each));
    return new Set(departments.map(({ id }) => id));
  }

  /** The posts of a jurisdiction's node are those of its own office, which the superior or the administrator fills. */
  private async requireKept(departmentId: string): Promise<void> {
    const department = await this.departments.byId(departmentId);
    if (department && !keeps(currentActor(), department) && department.path !== currentActor().jurisdiction)
      throw departmentOfOther(department.code);
  }

  private record(deed: string, objectId: string, before: object | null, after: object): void {
    this.audit.record({ operation: `organization.${deed}`, objectKind: 'post', objectId, before, after });
  }
}
