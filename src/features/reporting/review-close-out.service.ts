import { Injectable } from '@nestjs/common';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { cleanText } from '../../platform/office/clean-text.js';
import { CloseOutDesk } from './close-out-desk.js';
import { reasonMissing } from './reporting.errors.js';
import { requireApprover, requireReturner, requireVerifier } from './reporting.policy.js';

/** 审核、批准销号、退回重办: three hands, none of them the applicant's. */
@Injectable()
export class ReviewCloseOutService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: CloseOutDesk,
    private readonly clock: Clock,
  ) {}

  /** 审核通过: the clerk finds the evidence complete. */
  async verify(taskId: string, id: string, version?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { request } = await this.desk.open(taskId, id, version);
      requireVerifier(currentActor(), request);
      const on = this.clock.today();
      await this.desk.act(request, 'VERIFY', on, { verifiedOn: on, verifiedBy: currentActor().post });
    });
  }

  /** 批准销号: the director closes the task. */
  async approve(taskId: string, id: string, version?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { request } = await this.desk.open(taskId, id, version);
      requireApprover(currentActor(), request);
      const on = this.clock.today();
      await this.desk.act(request, 'APPROVE', on, { decidedOn: on, decidedBy: currentActor().post });
    });
  }

  /** 退回重办: what is missing is said; the days of review are not counted against the department. */
  async returnForRework(taskId: string, id: string, reason: string, version?: number): Promise<void> {
    const decisionReason = cleanText(reason).trim();
    if (decisionReason === '') throw reasonMissing('退回办结申请');
    await this.unitOfWork.run(async () => {
      const { request } = await this.desk.open(taskId, id, version);
      requireReturner(currentActor(), request);
      const on = this.clock.today();
      const changes = { decidedOn: on, decidedBy: currentActor().post, decisionReason };
      await this.desk.act(request, 'RETURN', on, changes);
    });
  }
}
