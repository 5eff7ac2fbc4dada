import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { newId } from '../../platform/database/id.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { staleVersion } from '../../platform/database/version.js';
import type { DepartmentAlias } from './department-alias.entity.js';
import { placesOf, type TreePlace } from './department-tree.js';
import type { Department } from './department.entity.js';
import { DepartmentStore, type DepartmentFilter } from './department.store.js';
import {
  aliasTaken,
  aliasUnknown,
  departmentCodeTaken,
  departmentOfOther,
  departmentUnknown,
  periodTurned,
} from './organization.errors.js';
import { inJurisdiction, isKnownTo, keeps, requireKeeper } from './organization.policy.js';

/** What a department is told to be by hand; the parent by its code. */
export type DepartmentFields = Omit<
  Department,
  'id' | 'version' | 'path' | 'jurisdiction' | 'parentId' | 'code'
> & {
  parentCode: string | null;
};

/** A department with its aliases and the code of its parent. */
export type DepartmentWithAliases = Department & { parentCode: string | null; aliases: DepartmentAlias[] };

/** Departments and their other names, kept by hand. */
@Injectable()
export class DepartmentsService {
  constructor(
    private readonly store: DepartmentStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** A department with its aliases; refuses an unknown code. */
  async get(code: string): Promise<DepartmentWithAliases> {
    const department = await this.require(code);
    const parent = department.parentId === null ? null : await this.store.byId(department.parentId);
    const aliases = await this.store.aliasesOf(department.id);
    return { ...department, parentCode: parent?.code ?? null, aliases };
  }

  /** Departments by code, from after a code; at most `limit`. */
  page(after: string | null, limit: number, filter: DepartmentFilter): Promise<Department[]> {
    return this.store.page(after, limit, { ...filter, knownTo: currentActor().jurisdiction });
  }

  /** Enters a department. Refuses a code in use and an unknown parent. */
  async create(code: string, fields: DepartmentFields): Promise<DepartmentWithAliases> {
    requireKeeper(currentActor());
    refuseTurned(fields.validFrom, fields.validTo);
    return this.unitOfWork.run(async () => {
      if (await this.store.byCode(code)) throw departmentCodeTaken(code);
      const { parentCode, ...columns } = fields;
      const id = newId();
      const parentId = await this.parentId(parentCode);
      await this.store.add({
        ...columns,
        id,
        code,
        parentId,
        path: `/${code}/`,
        jurisdiction: '/',
        version: 1,
      });
      await this.setPaths();
      this.record('createDepartment', id, null, { code, ...fields });
      return this.get(code);
    });
  }

  /** Changes a department seen in a version. Refuses a ring in the tree and a stale version. */
  async update(
    code: string,
    version: number,
    changes: Partial<DepartmentFields>,
  ): Promise<DepartmentWithAliases> {
    requireKeeper(currentActor());
    return this.unitOfWork.run(async () => {
      const department = await this.requireKept(code);
      if (department.version !== version) throw staleVersion('department', department, version);
      const { parentCode, ...columns } = changes;
      const merged = { ...department, ...columns };
      refuseTurned(merged.validFrom, merged.validTo);
      const parent = parentCode === undefined ? {} : { parentId: await this.parentId(parentCode) };
      await this.store.change(department, { ...columns, ...parent });
      await this.setPaths();
      const before = Object.fromEntries(
        Object.keys(columns).map((field) => [field, department[field as keyof Department]]),
      );
      this.record('updateDepartment', department.id, before, changes);
      return this.get(code);
    });
  }

  /** Gives a department another name from a day to a day. Refuses a name that means another department then. */
  async addAlias(
    code: string,
    alias: string,
    validFrom: Day | null,
    validTo: Day | null,
  ): Promise<DepartmentWithAliases> {
    requireKeeper(currentActor());
    refuseTurned(validFrom, validTo);
    return this.unitOfWork.run(async () => {
      const department = await this.requireKept(code);
      await this.refuseTaken(department, alias, { validFrom, validTo });
      await this.store.addAlias({ id: newId(), departmentId: department.id, alias, validFrom, validTo });
      await this.store.change(department, {});
      this.record('addAlias', department.id, null, { alias, validFrom, validTo });
      return this.get(code);
    });
  }

  /** Sets the last day of an alias. */
  async endAlias(code: string, aliasId: string, lastDay: Day): Promise<DepartmentWithAliases> {
    requireKeeper(currentActor());
    return this.unitOfWork.run(async () => {
      const department = await this.requireKept(code);
      const alias = (await this.store.aliasesOf(department.id)).find(({ id }) => id === aliasId);
      if (!alias) throw aliasUnknown();
      refuseTurned(alias.validFrom, lastDay);
      await this.store.endAlias(aliasId, lastDay);
      await this.store.change(department, {});
      this.record(
        'endAlias',
        department.id,
        { validTo: alias.validTo },
        { alias: alias.alias, validTo: lastDay },
      );
      return this.get(code);
    });
  }

  private async require(code: string): Promise<Department> {
    const department = await this.store.byCode(code);
    if (!department || !isKnownTo(currentActor(), department)) throw departmentUnknown(code);
    return department;
  }

  /** One that is the actor's to change; of a foreign jurisdiction it is only looked at, and the node itself its superior's. */
  private async requireKept(code: string): Promise<Department> {
    const department = await this.require(code);
    if (!keeps(currentActor(), department)) throw departmentOfOther(code);
    return department;
  }

  private async parentId(code: string | null): Promise<string | null> {
    // Who keeps one jurisdiction enters what is new under its node.
    const { jurisdiction } = currentActor();
    const under = code ?? jurisdiction.split('/').at(-2);
    if (under === undefined || under === '') return null;
    const parent = await this.require(under);
    if (parent.path !== jurisdiction && !keeps(currentActor(), parent)) throw departmentOfOther(under);
    return parent.id;
  }

  private async setPaths(): Promise<void> {
    const departments = await this.store.all();
    const places = placesOf(departments);
    for (const { id, path, jurisdiction, parentId } of departments) {
      const right = places.get(id) as TreePlace;
      if (right.path !== path || right.jurisdiction !== jurisdiction)
        await this.store.place(id, { ...right, parentId });
    }
  }

  private async refuseTaken(department: Department, alias: string, period: Period): Promise<void> {
    const departments = inJurisdiction(await this.store.all(), department.jurisdiction);
    const ids = new Set(departments.map(({ id }) => id));
    const isName = departments.some(({ name, shortName }) => name === alias || shortName === alias);
    const same = (await this.store.aliases()).filter(
      (known) => known.alias === alias && ids.has(known.departmentId),
    );
    const isAlias = same.some((known) => known.departmentId === department.id || overlaps(known, period));
    if (isName || isAlias) throw aliasTaken(alias);
  }

  private record(deed: string, objectId: string, before: object | null, after: object): void {
    this.audit.record({
      operation: `organization.${deed}`,
      objectKind: 'department',
      objectId,
      before,
      after,
    });
  }
}

interface Period {
  validFrom: Day | null;
  validTo: Day | null;
}

function overlaps(a: Period, b: Period): boolean {
  const before = (x: Period, y: Period): boolean =>
    x.validTo !== null && y.validFrom !== null && x.validTo < y.validFrom;
  return !before(a, b) && !before(b, a);
}

function refuseTurned(from: Day | null, to: Day | null): void {
  if (from !== null && to !== null && from > to) throw periodTurned(from, to);
}
