import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { LedgerReader } from '../ledger/ledger.reader.js';
import { OrganizationReader } from '../organization/organization.reader.js';
import { CitedEvidence } from './cited-evidence.js';
import type { DepartmentName } from './present-report.js';

/** What the departments, tasks and evidence of reports are called. */
@Injectable()
export class ReportNames {
  constructor(
    private readonly ledgers: LedgerReader,
    private readonly organization: OrganizationReader,
    private readonly clock: Clock,
    private readonly cited: CitedEvidence,
  ) {}

  /** Codes and names by id; also of departments that no longer exist. */
  async departments(ids: readonly string[]): Promise<Map<string, DepartmentName>> {
    const names = await this.organization.departmentNames(this.clock.today());
    for (const id of new Set(ids.filter((id) => !names.has(id)))) {
      const ended = await this.organization.department(id);
      if (ended) names.set(id, { code: ended.code, name: ended.name });
    }
    return names;
  }

  /** Numbers and titles by id. */
  async tasks(ids: readonly string[]): Promise<Map<string, { number: string; title: string }>> {
    const tasks = await this.ledgers.tasks([...new Set(ids)]);
    return new Map(tasks.map(({ id, number, title }) => [id, { number, title }]));
  }

  /** What the evidence of reports is called. */
  evidence(records: readonly { evidenceIds: string }[]): ReturnType<CitedEvidence['names']> {
    return this.cited.names(records);
  }

  /** Id of a department by code, or null. */
  async departmentId(code: string): Promise<string | null> {
    return (await this.organization.departmentByCode(code))?.id ?? null;
  }
}
