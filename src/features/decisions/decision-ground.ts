import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { requireOwnJurisdiction } from '../../platform/auth/own-work.js';
import { OrganizationReader, type DepartmentFacts } from '../organization/organization.reader.js';
import { DecisionStore } from './decision.store.js';
import { undertakerUnknown } from './decisions.errors.js';
import { ProcedureBook } from './procedure-book.js';

/** What entering a decision stands on: the register of departments, the procedures, the decisions there are. */
@Injectable()
export class DecisionGround {
  constructor(
    readonly store: DecisionStore,
    private readonly organization: OrganizationReader,
    private readonly book: ProcedureBook,
  ) {}

  /** The id of the procedure a new decision follows; refuses one that is not there. */
  async procedureId(wish: string | undefined): Promise<string> {
    const { procedure } = await this.book.rules();
    return (await this.book.one(wish ?? procedure)).id;
  }

  /**
   * The undertaking department by its code; refuses one that does not exist on the day or is a neighbour's, and an office's
   * entry for a department of another jurisdiction (OTHER_JURISDICTION), which has numbers of its own.
   */
  async undertaker(code: string, day: Day): Promise<DepartmentFacts> {
    const department = (await this.organization.departments(day)).find((each) => each.code === code);
    if (!department || !(await this.organization.departmentByCode(code))) throw undertakerUnknown(code);
    requireOwnJurisdiction(department.jurisdiction);
    return department;
  }
}
