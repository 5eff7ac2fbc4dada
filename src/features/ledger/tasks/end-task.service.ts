import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { SuperiorTerms } from '../superior/superior-terms.js';
import { requireReleased } from '../superior/task-bonds.js';
import { resumeDeed } from './deed-rules.js';
import { TaskDesk } from './task-desk.js';
import { requireOffice } from './task.policy.js';

/** 中止、恢复、撤销: each with the document that allows it. */
@Injectable()
export class EndTaskService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: TaskDesk,
    private readonly terms: SuperiorTerms,
  ) {}

  /** Suspends a task; takes the name or number of the approval document. */
  async suspend(taskId: string, approvalDocument: string, version?: number): Promise<void> {
    await this.byApproval('SUSPEND', taskId, approvalDocument, version);
  }

  /**
   * Cancels a task for good; takes the name or number of the approval document. What came from above is cancelled only
   * after it was cancelled there; of what was handed down the receivers are told.
   */
  async cancel(taskId: string, approvalDocument: string, version?: number): Promise<void> {
    await this.byApproval('CANCEL', taskId, approvalDocument, version);
  }

  /** Takes a suspended task up again: on where it was signed for, else issued anew. */
  async resume(taskId: string, reason: string, version?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      requireOffice(currentActor(), '恢复任务');
      const { task, parts } = await this.desk.open(taskId, version);
      const deed = resumeDeed(task, parts);
      await this.desk.act(task, { deed }, 'ledger.resume', { stateReason: reason.trim() });
    });
  }

  private async byApproval(
    deed: 'SUSPEND' | 'CANCEL',
    taskId: string,
    approvalDocument: string,
    version?: number,
  ): Promise<void> {
    await this.unitOfWork.run(async () => {
      requireOffice(currentActor(), deed === 'SUSPEND' ? '中止任务' : '撤销任务');
      const { task } = await this.desk.open(taskId, version);
      const stateReason = approvalDocument.trim();
      if (deed === 'CANCEL') requireReleased(await this.terms.bondsOf(taskId));
      await this.desk.act(task, { deed, approvalDocument }, `ledger.${deed.toLowerCase()}`, { stateReason });
      if (deed === 'CANCEL') await this.terms.release(taskId, stateReason);
    });
  }
}
