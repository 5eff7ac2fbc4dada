import { Injectable } from '@nestjs/common';
import { isOfDepartment, NO_DEPARTMENT, type Actor, type Role } from '../../../platform/auth/actor.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { Clock } from '../../../platform/clock/clock.js';
import { OrganizationReader } from '../../organization/organization.reader.js';
import { Desks } from './desks.js';
import type { WorkbenchView } from './present-workbench.js';

/** 工作台: what a person meets first, by the post he acts in. */
@Injectable()
export class WorkbenchService {
  constructor(
    private readonly desks: Desks,
    private readonly organization: OrganizationReader,
    private readonly clock: Clock,
  ) {}

  /** The workbench of whoever asks. */
  async mine(): Promise<WorkbenchView> {
    const actor = currentActor();
    const bench = empty(this.clock.today(), actor.role);
    if (isOfDepartment(actor)) return { ...bench, ...(await this.ofDepartment(actor)) };
    if (['CLERK', 'DIRECTOR', 'LEADER'].includes(actor.role))
      return { ...bench, ...(await this.ofOffice(actor)) };
    return { ...bench, administration: await this.desks.administration.standing() };
  }

  private async ofOffice(actor: Actor): Promise<Partial<WorkbenchView>> {
    const { months, office, lights } = this.desks;
    return {
      months: await months.all(null),
      office: actor.role === 'LEADER' ? await office.ofLeader(actor) : await office.ofOffice(actor),
      lights: await lights.of(null),
    };
  }

  private async ofDepartment(actor: Actor): Promise<Partial<WorkbenchView>> {
    const own = await this.organization.department(actor.departmentId ?? NO_DEPARTMENT);
    if (!own) return {};
    const { months, department, lights } = this.desks;
    return {
      months: await months.all(own),
      department: await department.of(own, actor),
      lights: await lights.of(own),
    };
  }
}

function empty(today: string, role: Role): WorkbenchView {
  return { today, role, months: [], office: null, department: null, lights: null, administration: null };
}
