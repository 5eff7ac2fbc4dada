import { Injectable } from '@nestjs/common';
import { departmentScopeOf, type Actor } from '../../platform/auth/actor.js';
import { OrganizationReader, type DepartmentFacts } from '../organization/organization.reader.js';
import { departmentMissing, departmentNotFound } from './own-department.errors.js';

/** Which department a page is about. */
@Injectable()
export class OwnDepartment {
  constructor(private readonly organization: OrganizationReader) {}

  /** The actor's own; who sees all must name one. A foreign code is answered like one that is none. */
  async of(actor: Actor, code: string | undefined): Promise<DepartmentFacts> {
    const scope = departmentScopeOf(actor);
    if (scope === null && code === undefined) throw departmentMissing();
    const department =
      code === undefined
        ? await this.organization.department(scope ?? '')
        : await this.organization.departmentByCode(code);
    if (!department || (scope !== null && scope !== department.id)) throw departmentNotFound();
    return department;
  }
}
