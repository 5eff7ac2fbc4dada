import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { staleVersion } from '../../../platform/database/version.js';
import { milestoneNotFound } from '../ledger.errors.js';
import { MilestoneStore } from '../milestone.store.js';
import { requireNodeOpen } from './deed-rules.js';
import { doneInFuture, reasonRequired } from './task-deed.errors.js';
import { TaskDesk } from './task-desk.js';
import { requireOfficeOrFirstLead } from './task.policy.js';

/** Marks nodes and periods as done. */
@Injectable()
export class FinishMilestoneService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: TaskDesk,
    private readonly milestones: MilestoneStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Marks a node or period of a task done on a day (today where none is given) with what shows it. Refuses a day to come,
   * a second marking, and one without proof.
   */
  async done(
    taskId: string,
    milestoneId: string,
    doing: { doneOn: Day | null; proof: string },
    version?: number,
  ): Promise<void> {
    if (doing.proof.trim() === '') throw reasonRequired('确认节点完成');
    const today = this.clock.today();
    const doneOn = doing.doneOn ?? today;
    if (doneOn > today) throw doneInFuture(today);
    await this.unitOfWork.run(async () => {
      const { parts } = await this.desk.open(taskId);
      requireOfficeOrFirstLead(currentActor(), parts, '确认节点完成');
      const node = await this.milestones.ofTask(taskId, milestoneId);
      if (!node) throw milestoneNotFound();
      if (version !== undefined && node.version !== version) throw staleVersion('milestone', node, version);
      requireNodeOpen(node);
      const changes = { doneOn, proof: doing.proof.trim() };
      await this.milestones.update(node, changes);
      this.audit.record({
        operation: 'ledger.milestone-done',
        objectKind: 'milestone',
        objectId: node.id,
        before: { doneOn: null },
        after: changes,
      });
    });
  }
}
