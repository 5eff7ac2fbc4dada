import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import { OrganizationReader } from '../../organization/organization.reader.js';
import { departmentsUnknown } from '../ledger.errors.js';
import type { DepartmentBook } from './plan-assignments.js';

/** Opens the register of departments as at a day. */
@Injectable()
export class DepartmentBooks {
  constructor(private readonly organization: OrganizationReader) {}

  /** Codes and groups as at a day. Refuses codes and groups that the register does not know on that day. */
  async open(asOf: Day, codes: Iterable<string>, groups: Iterable<string>): Promise<DepartmentBook> {
    const departments = await this.organization.departments(asOf);
    const ids = new Map(departments.map((department) => [department.code, department.id]));
    const unknown = [...new Set(codes)].filter((code) => !ids.has(code));
    if (unknown.length > 0) throw departmentsUnknown(unknown);
    const members = new Map<string, readonly string[]>();
    for (const group of new Set(groups))
      members.set(group, await this.organization.groupMembers(group, asOf));
    return {
      idOf: (code) => ids.get(code) ?? fault(code),
      membersOf: (group) => members.get(group) ?? fault(group),
    };
  }

  /** Codes and names of all departments as at a day, by id. */
  async names(asOf: Day): Promise<Map<string, { code: string; name: string }>> {
    const departments = await this.organization.departments(asOf);
    return new Map(departments.map(({ id, code, name }) => [id, { code, name }]));
  }
}

function fault(code: string): never {
  throw new Error(`the register was not asked for ${code} when it was opened`);
}
