import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/id.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { staleVersion } from '../../platform/database/version.js';
import { isGroupRule } from './group-rule.js';
import { GroupStore, type Group } from './group.store.js';
import {
  departmentUnknown,
  groupCodeTaken,
  groupFollowsRule,
  groupRuleInvalid,
  groupUnknown,
  groupsShared,
} from './organization.errors.js';
import { requireKeeper } from './organization.policy.js';
import { OrganizationReader, type DepartmentFacts } from './organization.reader.js';

/** A group with its members as at today. */
export type GroupWithMembers = Group & { members: DepartmentFacts[] };

/** What a group is called serves every jurisdiction, so only the topmost changes it. */
function requireGroupKeeper(): void {
  const above = currentActor().jurisdiction.split('/').length - 2;
  if (above > 1) throw groupsShared();
}

/** Groups of departments, kept by hand. */
@Injectable()
export class GroupsService {
  constructor(
    private readonly groups: GroupStore,
    private readonly reader: OrganizationReader,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** All groups; an office has a dozen at most. */
  async list(): Promise<GroupWithMembers[]> {
    return Promise.all((await this.groups.all()).map((group) => this.withMembers(group)));
  }

  async get(code: string): Promise<GroupWithMembers> {
    return this.withMembers(await this.require(code));
  }

  /** Enters a group. Refuses a code in use and a rule that is none. */
  async create(facts: Pick<Group, 'code' | 'name' | 'rule' | 'phrases'>): Promise<GroupWithMembers> {
    requireKeeper(currentActor());
    requireGroupKeeper();
    if (!isGroupRule(facts.rule)) throw groupRuleInvalid(facts.rule);
    return this.unitOfWork.run(async () => {
      if (await this.groups.byCode(facts.code)) throw groupCodeTaken(facts.code);
      const id = newId();
      await this.groups.add({ ...facts, id, version: 1 });
      this.record('createGroup', id, null, facts);
      return this.get(facts.code);
    });
  }

  /** Changes the name of a group and the words that mean it. Refuses a stale version. */
  async update(
    code: string,
    version: number,
    changes: Partial<Pick<Group, 'name' | 'phrases'>>,
  ): Promise<GroupWithMembers> {
    requireKeeper(currentActor());
    requireGroupKeeper();
    return this.unitOfWork.run(async () => {
      const group = await this.require(code);
      if (group.version !== version) throw staleVersion('department_group', group, version);
      await this.groups.change(group, changes);
      this.record('updateGroup', group.id, { name: group.name, phrases: group.phrases }, changes);
      return this.get(code);
    });
  }

  /** Names the members of a LIST group, all of them. Refuses a group that follows a rule, and unknown departments. */
  async setMembers(code: string, version: number, codes: readonly string[]): Promise<GroupWithMembers> {
    requireKeeper(currentActor());
    return this.unitOfWork.run(async () => {
      const group = await this.require(code);
      if (group.rule !== 'LIST') throw groupFollowsRule(code);
      if (group.version !== version) throw staleVersion('department_group', group, version);
      // Each jurisdiction names its own members; those of the others stay.
      const within = new Set(await this.reader.idsWithin(currentActor().jurisdiction));
      const departments = (await this.reader.departments(this.clock.today())).filter(({ id }) =>
        within.has(id),
      );
      const known = new Map(departments.map((d) => [d.code, d.id]));
      const named = [...new Set(codes)].map((department) => {
        const id = known.get(department);
        if (id === undefined) throw departmentUnknown(department);
        return id;
      });
      const before = [...(await this.groups.listed(group.id))];
      const ids = [...before.filter((id) => !within.has(id)), ...named];
      await this.groups.setListed(group, ids);
      this.record('setGroupMembers', group.id, { members: before }, { members: ids });
      return this.get(code);
    });
  }

  private async require(code: string): Promise<Group> {
    const group = await this.groups.byCode(code);
    if (!group) throw groupUnknown(code);
    return group;
  }

  private async withMembers(group: Group): Promise<GroupWithMembers> {
    const today = this.clock.today();
    const ids = new Set(await this.reader.groupMembers(group.code, today));
    return { ...group, members: (await this.reader.departments(today)).filter(({ id }) => ids.has(id)) };
  }

  private record(deed: string, objectId: string, before: object | null, after: object): void {
    this.audit.record({
      operation: `organization.${deed}`,
      objectKind: 'department_group',
      objectId,
      before,
      after,
    });
  }
}
