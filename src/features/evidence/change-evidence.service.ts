import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import type { Month } from '../../domain/calendar/month.js';
import { requireNoStateSecret, secrecyOf } from '../../domain/evidence/secrecy.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { cleanText } from '../../platform/office/clean-text.js';
import { EvidenceDesk } from './evidence-desk.js';
import { EvidenceLinkStore } from './evidence-link.store.js';
import { EvidenceSettings } from './evidence-settings.js';
import { citedEvidence, removalReasonMissing } from './evidence.errors.js';
import { isOffice, requireSharer } from './evidence.policy.js';
import type { EvidenceRecord } from './evidence.store.js';

/** What may be put right afterwards; what is left out stays. */
export interface EvidenceChanges {
  description?: string | undefined;
  secrecy?: string | undefined;
  month?: Month | undefined;
  validUntil?: Day | null | undefined;
  isShared?: boolean | undefined;
}

const CITING: ReadonlySet<string> = new Set(['REPORT', 'CLOSE_OUT']);

/** 修改说明、有效期和查阅范围，撤回. The content itself never changes: that is a new version. */
@Injectable()
export class ChangeEvidenceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: EvidenceDesk,
    private readonly links: EvidenceLinkStore,
    private readonly settings: EvidenceSettings,
    private readonly clock: Clock,
  ) {}

  /** Changes what is said about a piece. Refuses a text that says it is a state secret. */
  async change(id: string, wish: EvidenceChanges, version: number): Promise<void> {
    const { innocent } = await this.settings.rules();
    await this.unitOfWork.run(async () => {
      const { evidence, task } = await this.desk.openOwn(id, version);
      const changes = changesOf(wish);
      requireNoStateSecret([changes.description ?? ''], innocent);
      if (wish.isShared !== undefined && changes.isShared !== evidence.isShared) {
        requireSharer(currentActor(), task.assignments);
      }
      await this.desk.save(evidence, changes, 'evidence.change');
    });
  }

  /**
   * 撤回: the piece proves nothing any more; row and content stay, with the reason. What was handed in with a report or a
   * request only the office can take back.
   */
  async remove(id: string, reason: string, version: number): Promise<void> {
    const removalReason = cleanText(reason).trim();
    if (removalReason === '') throw removalReasonMissing();
    await this.unitOfWork.run(async () => {
      const { evidence } = await this.desk.openOwn(id, version);
      const links = await this.links.activeOf([id]);
      if (!isOffice(currentActor()) && links.some((link) => CITING.has(link.subjectKind))) throw citedEvidence();
      const removed = { removedOn: this.clock.today(), removedBy: currentActor().post, removalReason, sameKey: null };
      await this.desk.save(evidence, removed, 'evidence.remove');
    });
  } // prettier-ignore
}

function changesOf(wish: EvidenceChanges): Partial<EvidenceRecord> {
  const { description, secrecy, month, validUntil, isShared } = wish;
  return {
    ...(description === undefined ? {} : { description: cleanText(description).trim() }),
    ...(secrecy === undefined ? {} : { secrecy: secrecyOf(secrecy) }),
    ...(month === undefined ? {} : { month }),
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(isShared === undefined ? {} : { isShared: isShared ? 1 : 0 }),
  };
}
