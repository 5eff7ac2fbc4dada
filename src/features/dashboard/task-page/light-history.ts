import { Injectable } from '@nestjs/common';
import { lightLabels } from '../../../domain/light/light.js';
import { paceLabels } from '../../../domain/light/pace.js';
import { DispatchReader, type FrozenMonth } from '../../dispatch/dispatch.reader.js';
import { OrganizationReader } from '../../organization/organization.reader.js';
import type { FrozenLight } from './present-task-page.js';

/** A task's lights month by month, as they were frozen. */
@Injectable()
export class LightHistory {
  constructor(
    private readonly dispatch: DispatchReader,
    private readonly organization: OrganizationReader,
  ) {}

  /** All rows; with a department's id only its own. */
  async of(taskId: string, scope: string | null): Promise<FrozenLight[]> {
    const code = scope === null ? null : ((await this.organization.department(scope))?.code ?? '-');
    return (await this.dispatch.monthsOfTask(taskId, code)).map(frozenLight);
  }
}

function frozenLight(row: FrozenMonth): FrozenLight {
  const { month, departmentCode: code, departmentName: name, light, explanation, dueOn } = row;
  const { overdueDays, timeProgress, verifiedProgress, pace, redMonths } = row;
  return {
    month,
    department: code === '' ? null : { code, name },
    light,
    lightLabel: lightLabels[light],
    explanation,
    dueOn,
    overdueDays,
    timeProgress,
    verifiedProgress,
    paceLabel: paceLabels[pace],
    redMonths,
  };
}
