import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { newId } from '../../platform/database/id.js';
import { seeingAll } from '../../platform/database/sight.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { parseDepartmentFile, type DepartmentLine } from './department-file.js';
import { placesOf, type TreePlace } from './department-tree.js';
import type { Department } from './department.entity.js';
import { DepartmentStore } from './department.store.js';
import { importRefused } from './organization.errors.js';
import { keeps, requireKeeper } from './organization.policy.js';

/** What an import did, counted in rows of the file. */
export interface ImportCount {
  created: number;
  updated: number;
  unchanged: number;
}

type Facts = Pick<
  Department,
  'code' | 'name' | 'shortName' | 'kind' | 'parentId' | 'isEnforcementUnit' | 'isResponsibleDepartment'
>;

/** Takes in a file of departments: all of it in one unit of work, or nothing. */
@Injectable()
export class ImportDepartmentsService {
  constructor(
    private readonly store: DepartmentStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Takes the bytes of the file; a department is known by its code, so the same file again changes nothing. Those without
   * a parent of their own come under the department named, else under the node of the actor's jurisdiction. Refuses a row
   * that would change a department of another jurisdiction.
   */
  async import(bytes: Buffer, under?: string): Promise<ImportCount> {
    requireKeeper(currentActor());
    return this.unitOfWork.run(async () => {
      const known = new Map((await this.store.all()).map((department) => [department.code, department]));
      const lines = placedUnder(parseDepartmentFile(bytes), under ?? nodeOf(currentActor().jurisdiction));
      refuseForeign(lines, known);
      const ids = new Map(lines.map(({ code }) => [code, known.get(code)?.id ?? newId()]));
      for (const [code, { id }] of known) ids.set(code, id);
      refuseUnknownParents(lines, ids);
      return seeingAll('TREE', () => this.takeAll(lines, known, ids));
    });
  }

  private async takeAll(
    lines: readonly DepartmentLine[],
    known: ReadonlyMap<string, Department>,
    ids: ReadonlyMap<string, string>,
  ): Promise<ImportCount> {
    const count: ImportCount = { created: 0, updated: 0, unchanged: 0 };
    // Parents that come later in the file are set once every department has its row.
    for (const line of lines) count[await this.take(line, known.get(line.code), ids)] += 1;
    await this.setTree(lines, ids);
    return count;
  }

  private async take(
    line: DepartmentLine,
    known: Department | undefined,
    ids: ReadonlyMap<string, string>,
  ): Promise<keyof ImportCount> {
    const facts = factsOf(line, known, ids);
    if (known) return this.amend(known, changesOf(known, facts), line.aliases);
    const id = ids.get(line.code) as string;
    const place = {
      parentId: null,
      path: `/${line.code}/`,
      jurisdiction: '/',
      validFrom: null,
      validTo: null,
    };
    await this.store.add({ ...facts, ...place, id, version: 1 });
    const aliases = await this.addAliases(id, line.aliases);
    this.record(id, null, { ...facts, aliases });
    return 'created';
  }

  /** Aliases the file leaves out stay: they may have been entered by hand. */
  private async amend(
    known: Department,
    changes: Partial<Facts>,
    wanted: readonly string[],
  ): Promise<keyof ImportCount> {
    const aliases = await this.addAliases(known.id, wanted);
    const fields = Object.keys(changes);
    if (fields.length === 0 && aliases.length === 0) return 'unchanged';
    const { parentId: _setWithTheTree, ...columns } = changes;
    await this.store.change(known, columns);
    this.record(known.id, pick(known, fields), { ...changes, ...(aliases.length > 0 && { aliases }) });
    return 'updated';
  }

  private record(objectId: string, before: object | null, after: object): void {
    this.audit.record({
      operation: 'organization.importDepartment',
      objectKind: 'department',
      objectId,
      before,
      after,
    });
  }

  private async addAliases(departmentId: string, aliases: readonly string[]): Promise<string[]> {
    const known = new Set((await this.store.aliasesOf(departmentId)).map(({ alias }) => alias));
    const missing = aliases.filter((alias) => !known.has(alias));
    for (const alias of missing) {
      await this.store.addAlias({ id: newId(), departmentId, alias, validFrom: null, validTo: null });
    }
    return missing;
  }

  private async setTree(lines: readonly DepartmentLine[], ids: ReadonlyMap<string, string>): Promise<void> {
    const parents = new Map(lines.map(({ code, parent }) => [code, parent]));
    const departments = (await this.store.all()).map((department) => {
      const parent = parents.get(department.code);
      const parentId = parent === undefined ? department.parentId : parent && (ids.get(parent) as string);
      return { ...department, oldParentId: department.parentId, parentId };
    });
    const places = placesOf(departments);
    for (const { id, path, jurisdiction, parentId, oldParentId } of departments) {
      const place = { ...(places.get(id) as TreePlace), parentId };
      const stays = place.path === path && place.jurisdiction === jurisdiction && parentId === oldParentId;
      if (!stays) await this.store.place(id, place);
    }
  }
}

/** The code of a jurisdiction's node; none for the whole installation. */
function nodeOf(jurisdiction: string): string | undefined {
  return jurisdiction.split('/').at(-2) || undefined;
}

function placedUnder(lines: readonly DepartmentLine[], node: string | undefined): DepartmentLine[] {
  if (node === undefined) return [...lines];
  return lines.map((line) => (line.parent || line.code === node ? line : { ...line, parent: node }));
}

function refuseForeign(lines: readonly DepartmentLine[], known: ReadonlyMap<string, Department>): void {
  const actor = currentActor();
  const faults = lines.flatMap(({ line, code, parent }) => {
    const own = known.get(code);
    const home = known.get(parent ?? '');
    const isForeign = own !== undefined && !keeps(actor, own);
    const isAway = home !== undefined && !keeps(actor, home) && home.path !== actor.jurisdiction;
    return isForeign || isAway
      ? [{ line, column: isForeign ? 'code' : 'parent', message: '该单位不由本辖区维护' }]
      : [];
  });
  if (faults.length > 0) throw importRefused(faults);
}

function refuseUnknownParents(lines: readonly DepartmentLine[], ids: ReadonlyMap<string, string>): void {
  const faults = lines
    .filter(({ parent }) => typeof parent === 'string' && !ids.has(parent))
    .map(({ line, parent }) => ({ line, column: 'parent', message: `没有代码为“${parent}”的单位` }));
  if (faults.length > 0) throw importRefused(faults);
}

function factsOf(
  line: DepartmentLine,
  known: Department | undefined,
  ids: ReadonlyMap<string, string>,
): Facts {
  const { code, name, shortName, kind, parent } = line;
  return {
    code,
    name,
    shortName,
    kind,
    parentId: parent === undefined ? (known?.parentId ?? null) : parent && (ids.get(parent) as string),
    isEnforcementUnit: line.isEnforcementUnit ? 1 : 0,
    isResponsibleDepartment: line.isResponsibleDepartment ? 1 : 0,
  };
}

function changesOf(known: Department, facts: Facts): Partial<Facts> {
  const changed = Object.entries(facts).filter(([field, value]) => known[field as keyof Facts] !== value);
  return Object.fromEntries(changed);
}

function pick(known: Department, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, known[field as keyof Department]]));
}
