import { Injectable } from '@nestjs/common';
import { liesWithin } from '../../domain/access/jurisdiction.js';
import type { Day } from '../../domain/calendar/day.js';
import type { DepartmentRegister } from '../../domain/phrases/department-register.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { inJurisdiction, isKnownTo, rightBelow } from './organization.policy.js';
import type { Department } from './department.entity.js';
import { DepartmentStore } from './department.store.js';
import { membersByRule, type DepartmentKind } from './group-rule.js';
import { GroupSeed } from './group-seed.js';
import { GroupStore, type Group } from './group.store.js';
import { groupUnknown } from './organization.errors.js';
import { PostStore, type PostKind, type Term } from './post.store.js';

/** A department as other features see it. */
export interface DepartmentFacts {
  id: string;
  /** Short code, the key of all imports. */
  code: string;
  name: string;
  shortName: string;
  /** Path of the jurisdiction it lies in; `/` where the tree names none. */
  jurisdiction: string;
  kind: DepartmentKind;
  isEnforcementUnit: boolean;
  isResponsibleDepartment: boolean;
}

/** What a department is called. */
export type DepartmentNameFacts = Pick<DepartmentFacts, 'code' | 'name'>;

/** Who holds a post on the day asked about. */
export interface HolderFacts {
  departmentId: string;
  kind: PostKind;
  postCode: string;
  holder: string;
  email: string;
}

/** The questions other features may ask about departments, groups and posts. */
@Injectable()
export class OrganizationReader {
  constructor(
    private readonly departmentStore: DepartmentStore,
    private readonly groups: GroupStore,
    private readonly posts: PostStore,
    private readonly seed: GroupSeed,
  ) {}

  /** Departments that exist on a day, in the order they were entered. */
  async departments(asOf: Day): Promise<DepartmentFacts[]> {
    return (await this.departmentStore.on(asOf)).map(factsOf);
  }

  /** Codes and names of the departments that exist on a day, by id. */
  async departmentNames(asOf: Day): Promise<Map<string, DepartmentNameFacts>> {
    const departments = await this.departmentStore.namesOn(asOf);
    return new Map(departments.map(({ id, code, name }) => [id, { code, name }]));
  }

  /** A department by id, whether it still exists or not; null when there never was one. */
  async department(id: string): Promise<DepartmentFacts | null> {
    const department = await this.departmentStore.byId(id);
    return department && factsOf(department);
  }

  /** A department by code, whether it still exists or not; null when there never was one, or the actor knows it not. */
  async departmentByCode(code: string): Promise<DepartmentFacts | null> {
    const department = await this.departmentStore.byCode(code);
    return department && isKnownTo(currentActor(), department) ? factsOf(department) : null;
  }

  /** Departments by their ids, whether they still exist or not; an id that never was is left out. */
  async departmentsById(ids: readonly string[]): Promise<Map<string, DepartmentFacts>> {
    const departments = await this.departmentStore.byIds(ids);
    return new Map(departments.map((department) => [department.id, factsOf(department)]));
  }

  /** Departments by their codes, like `departmentByCode`; what never was and what the actor knows not are left out. */
  async departmentsByCode(codes: readonly string[]): Promise<Map<string, DepartmentFacts>> {
    const known = (await this.departmentStore.byCodes(codes)).filter((each) =>
      isKnownTo(currentActor(), each),
    );
    return new Map(known.map((department) => [department.code, factsOf(department)]));
  }

  /** The jurisdictions right below the actor's own that exist today, in the order they were entered. */
  async jurisdictionsBelow(asOf: Day): Promise<DepartmentFacts[]> {
    const { jurisdiction } = currentActor();
    const known = inJurisdiction(await this.departmentStore.on(asOf), jurisdiction);
    return rightBelow(known, jurisdiction).map(factsOf);
  }

  /** Ids of the departments in a jurisdiction and below it, also of those that have ended. */
  async idsWithin(jurisdiction: string): Promise<string[]> {
    return (await this.departmentStore.all())
      .filter(({ path }) => liesWithin(path, jurisdiction))
      .map(({ id }) => id);
  }

  /** Who took the place of whom by a day: code of a department that has ended → code of the one its name means now. */
  async successors(asOf: Day): Promise<Map<string, string>> {
    const all = await this.departmentStore.all();
    const codes = new Map(all.map(({ id, code }) => [id, code]));
    const names = (await this.departmentStore.aliases()).filter(
      ({ validFrom, validTo }) => (validFrom ?? '') <= asOf && (validTo === null || validTo >= asOf),
    );
    const ended = all.filter(({ validTo }) => validTo !== null && validTo < asOf);
    return new Map(
      ended.flatMap(({ id, code, name }) => {
        const heir = names.find(({ alias, departmentId }) => alias === name && departmentId !== id);
        return heir ? [[code, codes.get(heir.departmentId) as string] as const] : [];
      }),
    );
  }

  /** The register that department lists are read against, of the actor's jurisdiction: departments and groups of a day, aliases with their days. */
  async register(asOf: Day): Promise<DepartmentRegister> {
    const departments = inJurisdiction(await this.departmentStore.on(asOf), currentActor().jurisdiction);
    const aliases = await this.departmentStore.aliases();
    const codes = new Map(departments.map(({ id, code }) => [id, code]));
    const groups = await this.groups.all();
    const { home } = await this.seed.config();
    return {
      home,
      departments: departments.map(({ id, code, name, shortName }) => ({
        code,
        name,
        aliases: [
          ...(shortName === name ? [] : [{ name: shortName }]),
          ...aliases
            .filter((alias) => alias.departmentId === id)
            .map((alias) => ({ name: alias.alias, from: alias.validFrom, to: alias.validTo })),
        ],
      })),
      groups: await Promise.all(
        groups.map(async (group) => {
          const members = (await this.membersOf(group, departments)).map((id) => codes.get(id) as string);
          const openEnded = group.rule === 'LIST' && members.length === 0;
          return { code: group.code, names: group.phrases, members, ...(openEnded && { openEnded }) };
        }),
      ),
    };
  }

  /** Members of a group in the actor's jurisdiction on a day, as department ids; refuses a group that does not exist (GROUP_UNKNOWN). */
  async groupMembers(groupCode: string, asOf: Day): Promise<string[]> {
    const group = await this.groups.byCode(groupCode);
    if (!group) throw groupUnknown(groupCode);
    const departments = await this.departmentStore.on(asOf);
    return this.membersOf(group, inJurisdiction(departments, currentActor().jurisdiction));
  }

  /** Everyone who holds a post on a day. */
  async holders(asOf: Day): Promise<HolderFacts[]> {
    return (await this.posts.termsOn(asOf)).map(holderOf);
  }

  /** Who holds a department's post of a kind on a day; null when it is vacant. With several, the first by post code. */
  async holderOf(departmentId: string, kind: PostKind, asOf: Day): Promise<HolderFacts | null> {
    const holders = await this.holders(asOf);
    return holders.find((post) => post.departmentId === departmentId && post.kind === kind) ?? null;
  }

  /** Who holds a post on a day; null when it is vacant or unknown. */
  async postByCode(code: string, asOf: Day): Promise<HolderFacts | null> {
    const term = await this.posts.heldOn(code, asOf);
    return term && holderOf(term);
  }

  private async membersOf(group: Group, departments: readonly Department[]): Promise<string[]> {
    const listed = group.rule === 'LIST' ? await this.groups.listed(group.id) : new Set<string>();
    return membersByRule(group.rule, departments.map(factsOf), listed);
  }
}

function factsOf(department: Department): DepartmentFacts {
  return {
    id: department.id,
    code: department.code,
    name: department.name,
    shortName: department.shortName,
    jurisdiction: department.jurisdiction,
    kind: department.kind as DepartmentKind,
    isEnforcementUnit: department.isEnforcementUnit === 1,
    isResponsibleDepartment: department.isResponsibleDepartment === 1,
  };
}

function holderOf(term: Term): HolderFacts {
  const { departmentId, kind, code, holder, email } = term;
  return { departmentId, kind, postCode: code, holder, email };
}
