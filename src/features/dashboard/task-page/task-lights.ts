import { Injectable } from '@nestjs/common';
import { LiveLightReader } from '../../dispatch/live-light.reader.js';
import type { TaskPageFacts } from '../../ledger/task-page.reader.js';
import { verdictOf } from '../board/present-board.js';
import type { LightExplained, PartWithLight } from './present-task-page.js';

/** Today's lights of one task: the task's own and each department's, with why. */
@Injectable()
export class TaskLights {
  constructor(private readonly lights: LiveLightReader) {}

  /** With a department's id: its own light as the page's, and no other department's. */
  async of(
    page: TaskPageFacts,
    scope: string | null,
  ): Promise<{ light: LightExplained; parts: PartWithLight[] }> {
    const { task, departmentOf } = page;
    const rows = await this.lights.ofTasks(task.ledgerId, [task.id]);
    const byCode = new Map(rows.map((row) => [row.departmentCode, row]));
    const parts = task.assignments.map((part): PartWithLight => {
      const { id, department, role, isFirstLead, viaGroup, state, stateLabel, signedOn, version } = part;
      const mayLook = scope === null || departmentOf.get(id) === scope;
      const row = byCode.get(department.code);
      const light = mayLook && state !== 'WITHDRAWN' && row ? verdictOf(row) : null;
      return { assignmentId: id, department, role, isFirstLead, viaGroup, state, stateLabel, signedOn, version, light }; // prettier-ignore
    });
    const own = task.assignments.find(({ id }) => departmentOf.get(id) === scope);
    const ownLight = parts.find(({ assignmentId }) => assignmentId === own?.id)?.light;
    return {
      light: scope === null ? verdictOf(byCode.get('') ?? null) : (ownLight ?? verdictOf(null)),
      parts,
    };
  }
}
