import { Injectable } from '@nestjs/common';
import type { CourtCase, Party } from '../../domain/rate/court-case.js';
import { departmentUnknown } from '../../domain/rate/deeds/court-case.errors.js';
import { departmentScopeOf, NO_DEPARTMENT } from '../../platform/auth/actor.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { OrganizationReader } from '../organization/organization.reader.js';

/** A party as a user names it: by code; its name where that is not the present one. */
export interface PartyWish {
  department: string;
  name?: string | undefined;
  role: Party['role'];
  designation?: Party['designation'] | undefined;
}

/** Cases name departments by code, tables by id; this knows both, and whose cases the actor may see. */
@Injectable()
export class DepartmentCodes {
  constructor(private readonly organization: OrganizationReader) {}

  /** Parties with the names they have today where none is given; refuses a code that never was. */
  async parties(wishes: readonly PartyWish[]): Promise<Party[]> {
    const parties: Party[] = [];
    for (const { department, name, role, designation = null } of wishes) {
      const known = await this.organization.departmentByCode(department);
      if (!known) throw departmentUnknown(department);
      parties.push({ department, name: name?.trim() || known.name, role, designation });
    }
    return parties;
  }

  /** Ids of the departments that are parties of a case. */
  async idsOf(courtCase: CourtCase): Promise<string[]> {
    const codes = new Set(courtCase.instances.flatMap(({ parties }) => parties.map((one) => one.department)));
    return Promise.all([...codes].map((code) => this.idOf(code)));
  }

  /** Id of a department by code; refuses one that never was. */
  async idOf(code: string): Promise<string> {
    const known = await this.organization.departmentByCode(code);
    if (!known) throw departmentUnknown(code);
    return known.id;
  }

  /** Code of the department the actor's questions are confined to; null for those who see all. */
  async scopeCode(): Promise<string | null> {
    const scope = departmentScopeOf(currentActor());
    if (scope === null) return null;
    return (await this.organization.department(scope))?.code ?? NO_DEPARTMENT;
  }
}
