import { Injectable } from '@nestjs/common';
import type { CourtCase, CourtNotice } from '../../domain/rate/court-case.js';
import { hearingOf } from '../../domain/rate/deeds/edit-case.js';
import {
  cancelHearing,
  holdHearing,
  recordNotice,
  rescheduleHearing,
  scheduleHearing,
  type HearingPlan,
} from '../../domain/rate/deeds/keep-hearing.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/id.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CaseDesk } from './case-desk.js';
import { requireOffice } from './litigation.policy.js';

/** 排期、改期、取消、开庭、法院通知: what the office writes of hearings. */
@Injectable()
export class KeepHearingsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: CaseDesk,
    private readonly clock: Clock,
  ) {}

  /** Plans a hearing of an instance; gives its id. */
  async schedule(caseId: string, instanceId: string, plan: HearingPlan, version?: number): Promise<string> {
    requireOffice(currentActor(), '排期');
    return this.unitOfWork.run(async () => {
      const kept = await this.desk.open(caseId, version);
      const id = newId();
      const after = scheduleHearing(kept.courtCase, instanceId, id, plan);
      await this.desk.save(kept, after, { ...named('litigation.schedule', id), after: { ...plan, caseId } });
      return id;
    });
  }

  /** Holds it another day; gives the id of the hearing that takes its place. */
  async reschedule(
    hearingId: string,
    plan: Pick<HearingPlan, 'day' | 'time' | 'room'> & { reason: string },
    version?: number,
  ): Promise<string> {
    const id = newId();
    await this.change(hearingId, version, '改期', 'litigation.reschedule', (before) =>
      rescheduleHearing(before, hearingId, id, plan),
    );
    return id;
  }

  /** Takes it off. */
  async cancel(hearingId: string, reason: string, version?: number): Promise<void> {
    await this.change(hearingId, version, '取消开庭', 'litigation.cancel', (before) =>
      cancelHearing(before, hearingId, reason),
    );
  }

  /** Records that it was held. */
  async hold(hearingId: string, version?: number): Promise<void> {
    await this.change(hearingId, version, '登记开庭', 'litigation.hold', (before) =>
      holdHearing(before, hearingId, this.clock.today()),
    );
  }

  /** Records the court's notice to a department's head. */
  async notify(hearingId: string, notice: CourtNotice, version?: number): Promise<void> {
    await this.change(hearingId, version, '登记出庭通知', 'litigation.record-notice', (before) =>
      recordNotice(before, hearingId, notice),
    );
  }

  private async change(
    hearingId: string,
    version: number | undefined,
    deed: string,
    operation: string,
    decide: (before: CourtCase) => CourtCase,
  ): Promise<void> {
    requireOffice(currentActor(), deed);
    await this.unitOfWork.run(async () => {
      const kept = await this.desk.openHearing(hearingId, version);
      const after = decide(kept.courtCase);
      const before = hearingOf(kept.courtCase, hearingId).hearing;
      const record = { ...named(operation, hearingId), before, after: hearingOf(after, hearingId).hearing };
      await this.desk.save(kept, after, record);
    });
  }
}

function named(operation: string, objectId: string) {
  return { operation, objectKind: 'hearing' as const, objectId };
}
