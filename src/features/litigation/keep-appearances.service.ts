import { Injectable } from '@nestjs/common';
import type { CourtCase, Official } from '../../domain/rate/court-case.js';
import { hearingNotFound } from '../../domain/rate/deeds/court-case.errors.js';
import { hearingOf, seatOf } from '../../domain/rate/deeds/edit-case.js';
import {
  planOfficial,
  recordRulings,
  replyToHearing,
  returnForm,
  type FormWish,
  type ReplyWish,
  type Rulings,
  type SeatDeed,
} from '../../domain/rate/deeds/keep-appearance.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CaseDesk } from './case-desk.js';
import { DepartmentCodes } from './department-codes.js';
import { isOffice, requireOffice } from './litigation.policy.js';

/** 答复、回执、认定: who is to appear, who did, and what the court found. */
@Injectable()
export class KeepAppearancesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: CaseDesk,
    private readonly codes: DepartmentCodes,
    private readonly clock: Clock,
  ) {}

  /** Answers who will appear, for one's own department or, at the office, for any. */
  async reply(hearingId: string, department: string, wish: Omit<ReplyWish, 'by'>, version?: number): Promise<void> {
    const by = currentActor().post;
    await this.change(hearingId, department, version, 'litigation.reply', (before, deed) =>
      replyToHearing(before, deed, { ...wish, by }),
    );
  } // prettier-ignore

  /** Plans who appears, without answering for it. */
  async plan(hearingId: string, department: string, official: Official, reason: string, version?: number): Promise<void> {
    await this.change(hearingId, department, version, 'litigation.plan-official', (before, deed) =>
      planOfficial(before, deed, official, reason),
    );
  } // prettier-ignore

  /** Hands in the form of a hearing; the office may set one right. */
  async returnForm(
    hearingId: string,
    department: string,
    wish: FormWish,
    reason: string,
    version?: number,
  ): Promise<void> {
    const office = isOffice(currentActor());
    await this.change(hearingId, department, version, 'litigation.return-form', (before, deed) =>
      returnForm(before, deed, wish, { office, reason }),
    );
  }

  /** Records what the court, or the office itself, has found; never a department. */
  async rule(hearingId: string, department: string, rulings: Rulings, version?: number): Promise<void> {
    requireOffice(currentActor(), '登记法院的认定');
    await this.change(hearingId, department, version, 'litigation.record-rulings', (before, deed) =>
      recordRulings(before, deed, rulings),
    );
  }

  private async change(
    hearingId: string,
    department: string,
    version: number | undefined,
    operation: string,
    decide: (before: CourtCase, deed: SeatDeed) => CourtCase,
  ): Promise<void> {
    const own = await this.codes.scopeCode();
    // Another department's seat is as good as none: nobody learns that it is there.
    if (own !== null && own !== department) throw hearingNotFound();
    await this.unitOfWork.run(async () => {
      const kept = await this.desk.openHearing(hearingId, version);
      const after = decide(kept.courtCase, { hearingId, department, today: this.clock.today() });
      const seat = (of: CourtCase) => seatOf(hearingOf(of, hearingId).hearing, department);
      await this.desk.save(kept, after, {
        operation,
        objectKind: 'hearing',
        objectId: hearingId,
        before: seat(kept.courtCase),
        after: seat(after),
      });
    });
  }
}
