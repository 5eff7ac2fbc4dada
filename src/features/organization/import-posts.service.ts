import { Injectable } from '@nestjs/common';
import { liesWithin, WHOLE_INSTALLATION } from '../../domain/access/jurisdiction.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { newId } from '../../platform/database/id.js';
import { seeingAll } from '../../platform/database/sight.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Department } from './department.entity.js';
import { DepartmentStore } from './department.store.js';
import type { ImportCount } from './import-departments.service.js';
import { departmentUnknown, importRefused, type RowFault } from './organization.errors.js';
import { requireKeeper } from './organization.policy.js';
import { orderTerms, parsePostFile, type PostLine } from './post-file.js';
import { PostStore, type Term } from './post.store.js';

/** A term as it shall be, with what is stored of it. */
type Wanted = Omit<Term, 'id' | 'version'> & { line?: number; stored?: Term };

/** Takes in a file of posts: all of it in one unit of work, or nothing. */
@Injectable()
export class ImportPostsService {
  constructor(
    private readonly posts: PostStore,
    private readonly departments: DepartmentStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Takes the bytes of the file; a term is known by post and first day, so the same file again changes nothing. A term
   * that follows an open one ends it the day before, and that counts as updated too. Refuses posts of departments that the
   * actor's office does not keep, and, with a department's code, posts that lie neither in it nor below it.
   */
  async import(bytes: Buffer, under?: string): Promise<ImportCount> {
    requireKeeper(currentActor());
    const lines = parsePostFile(bytes);
    return this.unitOfWork.run(async () => {
      const wanted = await this.plan(lines, under);
      const count: ImportCount = { created: 0, updated: 0, unchanged: 0 };
      for (const term of wanted) {
        const outcome = await this.take(term);
        if (term.line !== undefined || outcome !== 'unchanged') count[outcome] += 1;
      }
      return count;
    });
  }

  /** Every term of the posts the file names, as it shall be. Refuses with all faults together. */
  private async plan(lines: readonly PostLine[], under?: string): Promise<Wanted[]> {
    const kept = keptBy(await this.departments.all(), under);
    const ids = new Map(kept.map(({ code, id }) => [code, id]));
    const stored = await seeingAll('NUMBERING', () => this.posts.all());
    const faults: RowFault[] = [];
    const wanted = [...new Set(lines.map(({ code }) => code))].flatMap((code) => {
      const own = lines.filter((line) => line.code === code);
      const before = stored.filter((term) => term.code === code);
      const first = before[0] ?? own.map((line) => wantedOf(line, ids, before))[0];
      for (const line of own) faults.push(...placeFaults(line, ids, first));
      const untouched = before.filter((term) => !own.some((line) => line.fromDay === term.fromDay));
      const result = orderTerms<Wanted>([
        ...untouched.map((term) => ({ ...term, stored: term })),
        ...own.map((line) => wantedOf(line, ids, before)),
      ]);
      faults.push(...result.faults);
      return result.terms;
    });
    if (faults.length > 0) throw importRefused(faults);
    return wanted;
  }

  private async take(wanted: Wanted): Promise<keyof ImportCount> {
    const { stored, line: _line, ...rest } = wanted;
    const { holder, email, toDay } = rest;
    if (!stored) {
      const term: Term = { ...rest, id: newId(), version: 1 };
      await this.posts.add(term);
      this.record(term.id, null, { ...term });
      return 'created';
    }
    if (stored.holder === holder && stored.email === email && stored.toDay === toDay) return 'unchanged';
    await this.posts.change(stored, { holder, email, toDay });
    const before = { holder: stored.holder, email: stored.email, toDay: stored.toDay };
    this.record(stored.id, before, { holder, email, toDay });
    return 'updated';
  }

  private record(objectId: string, before: object | null, after: object): void {
    this.audit.record({ operation: 'organization.importPost', objectKind: 'post', objectId, before, after });
  }
}

/** Departments whose posts the actor's office keeps, its own node among them; with a code only those in it and below. */
function keptBy(all: readonly Department[], under: string | undefined): Department[] {
  const { jurisdiction } = currentActor();
  const own = all.filter(
    (each) =>
      jurisdiction === WHOLE_INSTALLATION || each.jurisdiction === jurisdiction || each.path === jurisdiction,
  );
  if (under === undefined) return own;
  const node = own.find(({ code }) => code === under);
  if (!node) throw departmentUnknown(under);
  return own.filter(({ path }) => liesWithin(path, node.path));
}

function wantedOf(line: PostLine, ids: ReadonlyMap<string, string>, before: readonly Term[]): Wanted {
  const { department, ...facts } = line;
  const stored = before.find((term) => term.fromDay === line.fromDay);
  return { ...facts, departmentId: ids.get(department) ?? '', ...(stored && { stored }) };
}

function placeFaults(
  line: PostLine,
  ids: ReadonlyMap<string, string>,
  first: Pick<Wanted, 'departmentId' | 'kind'> | undefined,
): RowFault[] {
  const departmentId = ids.get(line.department);
  const fault = (column: string, message: string) => [{ line: line.line, column, message }];
  if (departmentId === undefined)
    return fault('department', `没有代码为“${line.department}”的单位，请先导入单位`);
  if (first && first.departmentId !== departmentId) return fault('department', '该岗位已属于另一单位');
  if (first && first.kind !== line.kind) return fault('kind', `该岗位已登记为 ${first.kind}`);
  return [];
}
