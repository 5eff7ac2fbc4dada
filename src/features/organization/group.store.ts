import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { updateVersioned } from '../../platform/database/version.js';
import { DepartmentGroupMember } from './department-group-member.entity.js';
import { DepartmentGroup } from './department-group.entity.js';

/** A group with its phrases as a list. */
export type Group = Omit<DepartmentGroup, 'phrases'> & { phrases: string[] };

/** The only file that knows the tables of groups and their listed members. */
@Injectable()
export class GroupStore {
  constructor(private readonly db: Database) {}

  /** Lets processes that start at the same moment take turns; on SQLite the unit of work has done so already. */
  async takeTurn(): Promise<void> {
    await this.db.write('UPDATE app_lock SET turn = turn + 1');
  }

  async all(): Promise<Group[]> {
    const rows = await this.db.reader.find(DepartmentGroup, { order: { id: 'ASC' } });
    return rows.map(groupOf);
  }

  async byCode(code: string): Promise<Group | null> {
    const row = await this.db.reader.findOneBy(DepartmentGroup, { code });
    return row ? groupOf(row) : null;
  }

  /** Listed members of one group, as ids. */
  async listed(groupId: string): Promise<Set<string>> {
    const rows = await this.db.reader.findBy(DepartmentGroupMember, { groupId });
    return new Set(rows.map((row) => row.departmentId));
  }

  async add(group: Group): Promise<void> {
    await this.db.writer.insert(DepartmentGroup, { ...group, phrases: JSON.stringify(group.phrases) });
  }

  /** Changes what a group is called; refuses a stale version. */
  async change(
    group: Pick<Group, 'id' | 'version'>,
    changes: Partial<Pick<Group, 'name' | 'phrases'>>,
  ): Promise<void> {
    const { phrases, ...rest } = changes;
    const columns = phrases === undefined ? rest : { ...rest, phrases: JSON.stringify(phrases) };
    await updateVersioned(this.db, DepartmentGroup, group, columns);
  }

  /** Replaces the listed members and counts the group's version up. */
  async setListed(group: Pick<Group, 'id' | 'version'>, departmentIds: readonly string[]): Promise<void> {
    await updateVersioned(this.db, DepartmentGroup, group, {});
    await this.db.writer.delete(DepartmentGroupMember, { groupId: group.id });
    for (const departmentId of departmentIds) {
      await this.db.writer.insert(DepartmentGroupMember, { id: newId(), groupId: group.id, departmentId });
    }
  }
}

function groupOf(row: DepartmentGroup): Group {
  return { ...row, phrases: JSON.parse(row.phrases) as string[] };
}
