import { Injectable } from '@nestjs/common';
import { WHOLE_INSTALLATION } from '../../domain/access/jurisdiction.js';
import type { CourtCase, Party } from '../../domain/rate/court-case.js';
import { departmentUnknown } from '../../domain/rate/deeds/court-case.errors.js';
import { departmentScopeOf, NO_DEPARTMENT } from '../../platform/auth/actor.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import type { CaseParties } from './court-case.store.js';
import { caseOfJurisdictions } from './litigation.errors.js';
import { OrganizationReader, type DepartmentFacts } from '../organization/organization.reader.js';

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

  /**
   * Parties with the names they have today where none is given; refuses a code that never was, and departments of another
   * jurisdiction: what is sued in two is recorded in each with its own (CASE_OF_JURISDICTIONS). Whoever is a party of the
   * case already stays one.
   */
  async parties(wishes: readonly PartyWish[], before: CourtCase | null = null): Promise<Party[]> {
    const parties: Party[] = [];
    const added: DepartmentFacts[] = [];
    const already = new Set(before && codesOf(before));
    for (const { department, name, role, designation = null } of wishes) {
      const known = await this.known(department);
      if (!already.has(department)) added.push(known);
      parties.push({ department, name: name?.trim() || known.name, role, designation });
    }
    requireOneJurisdiction(added);
    return parties;
  }

  /** The departments that are parties of a case, and the jurisdiction of the first of them. */
  async partiesOf(courtCase: CourtCase): Promise<CaseParties> {
    const known = await Promise.all(codesOf(courtCase).map((code) => this.known(code)));
    return {
      departmentIds: known.map(({ id }) => id),
      jurisdiction: known[0]?.jurisdiction ?? WHOLE_INSTALLATION,
    };
  }

  /** Id of a department by code; refuses one that never was. */
  async idOf(code: string): Promise<string> {
    return (await this.known(code)).id;
  }

  /** Code of the department the actor's questions are confined to; null for those who see all. */
  async scopeCode(): Promise<string | null> {
    const scope = departmentScopeOf(currentActor());
    if (scope === null) return null;
    return (await this.organization.department(scope))?.code ?? NO_DEPARTMENT;
  }

  private async known(code: string): Promise<DepartmentFacts> {
    const known = await this.organization.departmentByCode(code);
    if (!known) throw departmentUnknown(code);
    return known;
  }
}

/** Those of the actor's own jurisdiction; for one who serves the whole installation, all of the same. */
function requireOneJurisdiction(departments: readonly DepartmentFacts[]): void {
  const { jurisdiction } = currentActor();
  const home = jurisdiction === WHOLE_INSTALLATION ? departments[0]?.jurisdiction : jurisdiction;
  const foreign = departments.find((each) => each.jurisdiction !== home);
  if (foreign) throw caseOfJurisdictions(foreign.name);
}

function codesOf({ instances }: CourtCase): string[] {
  return [...new Set(instances.flatMap(({ parties }) => parties.map(({ department }) => department)))];
}
