import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { AssignmentStore, type AssignmentRecord } from '../assignment.store.js';
import { DepartmentBooks } from './department-books.js';
import { requireOpenList } from './deed-rules.js';
import { assignmentFrom } from './make-task.js';
import {
  changeAssignments,
  planAssignments,
  type Parties,
  type PlannedAssignment,
} from './plan-assignments.js';
import { firstLeadMissing, reasonRequired } from './task-deed.errors.js';
import { requireAlive, TaskDesk } from './task-desk.js';
import { requireOffice } from './task.policy.js';
import type { TaskRecord } from '../task.store.js';

/** 改派: changes who works a task. Parts taken away stay on record as withdrawn. */
@Injectable()
export class AssignTaskService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: TaskDesk,
    private readonly parts: AssignmentStore,
    private readonly books: DepartmentBooks,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Gives a task to other departments, with a reason; the first lead of the list becomes the first lead. */
  async reassign(taskId: string, parties: Parties, reason: string, version?: number): Promise<void> {
    if (reason.trim() === '') throw reasonRequired('改派');
    if (parties.lead.length === 0) throw firstLeadMissing();
    await this.unitOfWork.run(async () => {
      requireOffice(currentActor(), '改派');
      const { task, parts } = await this.desk.open(taskId, version);
      requireAlive(task, '改派');
      const planned = await this.plan(parties);
      // A disputed task is issued anew to its new lead; any other keeps its state.
      const moved = task.state === 'OBJECTED' ? this.desk.decide(task, { deed: 'REISSUE' }) : {};
      await this.replace(task, parts, planned);
      await this.desk.save(task, { ...moved, stateReason: reason.trim() }, 'ledger.reassign');
    });
  }

  /** Completes 等/有关部门 with the supports the office means; refuses a list that is not open. */
  async completeList(taskId: string, support: readonly string[], version?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      requireOffice(currentActor(), '补充配合单位');
      const { task, parts } = await this.desk.open(taskId, version);
      requireAlive(task, '补充配合单位');
      requireOpenList(task);
      const kept = parts.filter((part) => part.state !== 'WITHDRAWN').map(plannedOf);
      const more = await this.plan({ lead: [], support, groups: [] });
      const fresh = more.filter((part) => !kept.some((old) => old.departmentId === part.departmentId));
      const planned = [
        ...kept,
        ...fresh.map((part, i) => ({ ...part, isFirstLead: false, ordinal: kept.length + i })),
      ];
      await this.replace(task, parts, planned);
      await this.desk.save(task, { openEnded: 0 }, 'ledger.complete-list');
    });
  }

  /** Makes the kept parts of a task equal to the planned ones; inside a unit of work. */
  async replace(
    task: TaskRecord,
    kept: readonly AssignmentRecord[],
    planned: readonly PlannedAssignment[],
  ): Promise<void> {
    const issued = task.state !== 'DRAFT' && task.state !== 'REGISTERED';
    const { added, altered, withdrawn } = changeAssignments(kept, planned);
    for (const part of withdrawn) await this.change(part, { state: 'WITHDRAWN', isFirstLead: 0 });
    for (const { kept: part, planned: now } of altered) {
      const { role, viaGroup, ordinal } = now;
      const isFirstLead = Number(now.isFirstLead);
      const again = part.state === 'WITHDRAWN' || part.state === 'OBJECTED';
      const state = again ? (issued ? 'ISSUED' : 'PLANNED') : part.state;
      await this.change(part, {
        role,
        viaGroup,
        ordinal,
        isFirstLead,
        state,
        signedOn: again ? null : part.signedOn,
      });
    }
    const records = added.map((part) => assignmentFrom(task.id, part, issued));
    await this.parts.insert(records);
    for (const { id, taskId, departmentId, role } of records) {
      this.audit.record({
        operation: 'ledger.assign',
        objectKind: 'assignment',
        objectId: id,
        after: { taskId, departmentId, role },
      });
    }
  }

  private async plan(parties: Parties): Promise<PlannedAssignment[]> {
    const codes = [...parties.lead, ...parties.support];
    return planAssignments(parties, await this.books.open(this.clock.today(), codes, parties.groups));
  }

  private async change(part: AssignmentRecord, changes: Partial<AssignmentRecord>): Promise<void> {
    await this.parts.update(part, changes);
    const { role, isFirstLead, state } = part;
    this.audit.record({
      operation: 'ledger.assign',
      objectKind: 'assignment',
      objectId: part.id,
      before: { role, isFirstLead, state },
      after: changes,
    });
  }
}

function plannedOf(part: AssignmentRecord): PlannedAssignment {
  const { departmentId, viaGroup, ordinal } = part;
  return {
    departmentId,
    role: part.role as 'LEAD' | 'SUPPORT',
    isFirstLead: part.isFirstLead === 1,
    viaGroup,
    ordinal,
  };
}
