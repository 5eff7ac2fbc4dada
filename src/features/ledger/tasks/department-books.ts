import { Injectable } from '@nestjs/common';
import { liesWithin } from '../../../domain/access/jurisdiction.js';
import type { Day } from '../../../domain/calendar/day.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { OrganizationReader, type DepartmentNameFacts } from '../../organization/organization.reader.js';
import { departmentsUnknown } from '../ledger.errors.js';
import type { DepartmentBook } from './plan-assignments.js';

/** Opens the register of departments as at a day. */
@Injectable()
export class DepartmentBooks {
  constructor(private readonly organization: OrganizationReader) {}

  /**
   * Codes and groups as at a day. Refuses codes and groups that the register does not know on that day; an office gives
   * tasks to departments of its jurisdiction and below it, so a neighbour's or a superior's code is as good as unknown.
   */
  async open(asOf: Day, codes: Iterable<string>, groups: Iterable<string>): Promise<DepartmentBook> {
    const { jurisdiction } = currentActor();
    const departments = (await this.organization.departments(asOf)).filter((department) =>
      liesWithin(department.jurisdiction, jurisdiction),
    );
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
  names(asOf: Day): Promise<Map<string, DepartmentNameFacts>> {
    return this.organization.departmentNames(asOf);
  }
}

function fault(code: string): never {
  throw new Error(`the register was not asked for ${code} when it was opened`);
}
