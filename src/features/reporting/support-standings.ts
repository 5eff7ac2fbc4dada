import { Injectable } from '@nestjs/common';
import type { SupportStanding } from '../../domain/task/close-out.js';
import type { TaskFacts } from '../ledger/ledger.reader.js';
import { OrganizationReader } from '../organization/organization.reader.js';
import { ReportStore } from './report.store.js';

/** A support with the code it is recorded under. */
export interface CodedStanding extends SupportStanding {
  code: string;
}

/** Whether the departments beside the first lead have been heard of. */
@Injectable()
export class SupportStandings {
  constructor(
    private readonly reports: ReportStore,
    private readonly organization: OrganizationReader,
  ) {}

  /** Every part of a task but the first lead's, in the ledger's order; parts taken away are not asked. */
  async of(task: TaskFacts): Promise<CodedStanding[]> {
    const heard = await this.reports.partsHeard(task.id);
    const parts = task.assignments.filter((part) => !part.isFirstLead && part.state !== 'WITHDRAWN');
    const standings: CodedStanding[] = [];
    for (const part of parts) {
      const department = await this.organization.department(part.departmentId);
      standings.push({
        code: department?.code ?? part.departmentId,
        departmentName: department?.name ?? part.departmentId,
        hasReported: heard.has(part.id) || part.state === 'DONE',
      });
    }
    return standings;
  }
}
