import { Injectable } from '@nestjs/common';
import { addDays, type Day } from '../../domain/calendar/day.js';
import { AuditHistory, type AuditedEvent } from '../../platform/audit/audit-history.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { newId } from '../../platform/database/id.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { staleVersion } from '../../platform/database/version.js';
import type { DepartmentAlias } from './department-alias.entity.js';
import type { Department } from './department.entity.js';
import { DepartmentStore } from './department.store.js';
import {
  aliasTaken,
  departmentOfOther,
  departmentUnknown,
  mergedAlready,
  mergedIntoItself,
  periodTurned,
} from './organization.errors.js';
import { isKnownTo, keeps, requireKeeper } from './organization.policy.js';

const HISTORY_LIMIT = 200;

/** What happens to a department as a whole: it gets another name, or is merged into another one. */
@Injectable()
export class DepartmentChangesService {
  constructor(
    private readonly store: DepartmentStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly trail: AuditHistory,
  ) {}

  /**
   * 更名: the former names stay as aliases, since papers go on using them. Refuses a stale version and a name by which
   * another department is known.
   */
  async rename(code: string, version: number, names: { name: string; shortName: string }): Promise<void> {
    requireKeeper(currentActor());
    await this.unitOfWork.run(async () => {
      const department = await this.require(code, version);
      await this.refuseForeignNames(department.id, [names.name, names.shortName]);
      await this.store.change(department, names);
      const known = (await this.store.aliasesOf(department.id)).map(({ alias }) => alias);
      const former = unique([department.name, department.shortName]).filter(
        (name) => name !== names.name && name !== names.shortName && !known.includes(name),
      );
      for (const alias of former) await this.addAlias(department.id, alias, null);
      const before = { name: department.name, shortName: department.shortName };
      this.record('rename', department.id, before, { ...names, aliases: former });
    });
  }

  /**
   * 并入: the department ends on a day, and from the next day on its names mean the one that takes it over. Its tasks and
   * posts stay until the office reassigns and ends them.
   */
  async merge(code: string, version: number, into: string, lastDay: Day): Promise<void> {
    requireKeeper(currentActor());
    await this.unitOfWork.run(async () => {
      const department = await this.require(code, version);
      const heir = await this.store.byCode(into);
      if (!heir || !keeps(currentActor(), heir) || (heir.validTo !== null && heir.validTo <= lastDay))
        throw departmentUnknown(into);
      refuseUnmergeable(department, heir, lastDay);
      await this.store.change(department, { validTo: lastDay });
      const names = await this.hand(department, heir, lastDay);
      this.record('merge', department.id, { validTo: department.validTo }, { validTo: lastDay, into, names });
      this.record('takeOver', heir.id, null, { department: code, from: addDays(lastDay, 1), names });
    });
  }

  /** What happened to a department, newest first; refuses an unknown code. */
  async history(code: string): Promise<AuditedEvent[]> {
    const department = await this.store.byCode(code);
    if (!department || !isKnownTo(currentActor(), department)) throw departmentUnknown(code);
    return this.trail.of([{ kind: 'department', ids: [department.id] }], HISTORY_LIMIT);
  }

  /** Ends the aliases of one department and gives all its names to the other from the day after. */
  private async hand(department: Department, heir: Department, lastDay: Day): Promise<string[]> {
    const aliases = (await this.store.aliasesOf(department.id)).filter((alias) =>
      isUsedAfter(alias, lastDay),
    );
    for (const { id, validFrom } of aliases) {
      if (validFrom === null || validFrom <= lastDay) await this.store.endAlias(id, lastDay);
    }
    const own = (await this.store.aliasesOf(heir.id)).map(({ alias }) => alias);
    const names = unique([
      department.name,
      department.shortName,
      ...aliases.map(({ alias }) => alias),
    ]).filter((name) => name !== heir.name && name !== heir.shortName && !own.includes(name));
    for (const name of names) await this.addAlias(heir.id, name, addDays(lastDay, 1));
    await this.store.change(heir, {});
    return names;
  }

  private async require(code: string, version: number): Promise<Department> {
    const department = await this.store.byCode(code);
    if (!department || !isKnownTo(currentActor(), department)) throw departmentUnknown(code);
    if (!keeps(currentActor(), department)) throw departmentOfOther(code);
    if (department.version !== version) throw staleVersion('department', department, version);
    return department;
  }

  private async refuseForeignNames(id: string, names: readonly string[]): Promise<void> {
    const others = (await this.store.all()).filter((other) => other.id !== id && other.validTo === null);
    const aliases = (await this.store.aliases()).filter(
      (alias) => alias.departmentId !== id && alias.validTo === null,
    );
    for (const name of names) {
      const isName = others.some((other) => other.name === name || other.shortName === name);
      if (isName || aliases.some(({ alias }) => alias === name)) throw aliasTaken(name);
    }
  }

  private addAlias(departmentId: string, alias: string, validFrom: Day | null): Promise<void> {
    return this.store.addAlias({ id: newId(), departmentId, alias, validFrom, validTo: null });
  }

  private record(deed: string, objectId: string, before: object | null, after: object): void {
    const operation = `organization.${deed}`;
    this.audit.record({ operation, objectKind: 'department', objectId, before, after });
  }
}

function refuseUnmergeable(department: Department, heir: Department, lastDay: Day): void {
  if (department.id === heir.id) throw mergedIntoItself();
  if (department.validTo !== null) throw mergedAlready(department.code, department.validTo);
  if (department.validFrom !== null && department.validFrom > lastDay)
    throw periodTurned(department.validFrom, lastDay);
}

function isUsedAfter({ validTo }: DepartmentAlias, day: Day): boolean {
  return validTo === null || validTo > day;
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
