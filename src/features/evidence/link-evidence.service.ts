import { Injectable } from '@nestjs/common';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { cleanText } from '../../platform/office/clean-text.js';
import { EvidenceDesk } from './evidence-desk.js';
import { EvidenceLinkStore, type Hand, type Subject } from './evidence-link.store.js';
import { lastLink, linkFixed, linkNotFound, removalReasonMissing } from './evidence.errors.js';

/** By reports and close-out requests a link comes about when they are handed in, and not by hand. */
const FIXED: ReadonlySet<string> = new Set(['REPORT', 'CLOSE_OUT']);

/** 关联: one file proves many things of its task. */
@Injectable()
export class LinkEvidenceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: EvidenceDesk,
    private readonly links: EvidenceLinkStore,
    private readonly clock: Clock,
  ) {}

  /** Links a piece to a task, part or node; one that is linked already stays so. */
  async add(id: string, subject: Subject): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { task } = await this.desk.openOwn(id);
      this.desk.requireSubject(task, subject);
      if ((await this.links.add([id], subject, this.hand())) > 0)
        this.desk.record('evidence.link', id, subject);
    });
  }

  /** Takes a link away, with a reason; the link stays as history. The last one stays: a piece proves something. */
  async end(id: string, linkId: string, reason: string): Promise<void> {
    const why = cleanText(reason).trim();
    if (why === '') throw removalReasonMissing();
    await this.unitOfWork.run(async () => {
      await this.desk.openOwn(id);
      const active = await this.links.activeOf([id]);
      const link = active.find((each) => each.id === linkId);
      if (!link) throw linkNotFound();
      if (FIXED.has(link.subjectKind)) throw linkFixed();
      if (active.length === 1) throw lastLink();
      if (!(await this.links.end(linkId, this.hand(), why))) throw linkNotFound();
      const { subjectKind, subjectId } = link;
      this.desk.record('evidence.unlink', id, { reason: why }, { subjectKind, subjectId });
    });
  }

  private hand(): Hand {
    return { by: currentActor().post, on: this.clock.today() };
  }
}
