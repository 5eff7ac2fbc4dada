import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { monthOf, type Month } from '../../domain/calendar/month.js';
import { cleanEvidenceName } from '../../domain/evidence/evidence-name.js';
import type { EvidenceKind } from '../../domain/evidence/evidence-rules.js';
import { kindOfName } from '../../domain/evidence/judge-kind.js';
import { requireNoStateSecret, secrecyOf, type Secrecy } from '../../domain/evidence/secrecy.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/id.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { IncomingFile } from '../../platform/http/upload-stream.js';
import { cleanText } from '../../platform/office/clean-text.js';
import type { TaskFacts } from '../ledger/ledger.reader.js';
import { EvidenceDesk } from './evidence-desk.js';
import { EvidenceFiles, type KeptEvidence } from './evidence-files.js';
import type { Subject } from './evidence-link.store.js';
import { EvidenceSettings } from './evidence-settings.js';
import { isOffice, requireKeeper, requireSharer, requireUploader } from './evidence.policy.js';
import { KeepEvidence, type NewEvidence } from './keep-evidence.js';

/** What a sender says of a file. */
export interface UploadWish {
  subject?: Subject | undefined;
  description?: string | undefined;
  secrecy?: string | undefined;
  month?: Month | undefined;
  validUntil?: Day | undefined;
  isShared?: boolean | undefined;
  /** The piece this one replaces. */
  supersedes?: string | undefined;
}

/** What became of an upload. */
export interface Uploaded {
  id: string;
  /** False when the same file was there already. */
  isNew: boolean;
}

/** 上传佐证材料: everything that can be refused beforehand, then the file onto the disk, then the row. */
@Injectable()
export class UploadEvidenceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: EvidenceDesk,
    private readonly files: EvidenceFiles,
    private readonly keeping: KeepEvidence,
    private readonly settings: EvidenceSettings,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a file for a task. The row comes last and in one unit of work, when the content is on the disk already: who
   * was told 201 finds it again after any crash. Sent again, it is found and not doubled.
   */
  async upload(taskId: string, wish: UploadWish, file: IncomingFile): Promise<Uploaded> {
    const rules = await this.settings.rules();
    const name = cleanEvidenceName(file.name);
    const secrecy = secrecyOf(wish.secrecy ?? 'INTERNAL');
    const description = cleanText(wish.description ?? '').trim();
    requireNoStateSecret([name, description], rules.innocent);
    const kind = kindOfName(name, rules);
    const task = await this.desk.task(taskId);
    await this.require(task, wish);
    const stored = await this.files.keep(file, kind);
    return this.unitOfWork.run(async () => {
      // Once more: the department may have lost its part while the file came in.
      const now = await this.desk.task(taskId);
      await this.require(now, wish);
      return this.keeping.keep(this.newEvidence(now, wish, { name, secrecy, description, kind, stored }));
    });
  }

  private async require(task: TaskFacts, wish: UploadWish): Promise<void> {
    requireUploader(currentActor(), task.assignments);
    if (wish.isShared) requireSharer(currentActor(), task.assignments);
    this.desk.requireSubject(task, this.subjectOf(task, wish));
    if (wish.supersedes === undefined) return;
    requireKeeper(currentActor(), (await this.desk.open(wish.supersedes)).evidence);
  }

  private subjectOf(task: TaskFacts, wish: UploadWish): Subject {
    if (wish.subject) return wish.subject;
    const { departmentId } = currentActor();
    const part = task.assignments.find((each) => each.departmentId === departmentId);
    return part && !isOffice(currentActor())
      ? { kind: 'ASSIGNMENT', id: part.id }
      : { kind: 'TASK', id: task.id };
  }

  private newEvidence(
    task: TaskFacts,
    wish: UploadWish,
    file: { name: string; secrecy: Secrecy; description: string; kind: EvidenceKind; stored: KeptEvidence },
  ): NewEvidence {
    const actor = currentActor();
    const subject = this.subjectOf(task, wish);
    const departmentId = isOffice(actor) ? null : actor.departmentId;
    const same = [task.id, departmentId, actor.post, file.name, file.stored.sha256, subject.kind, subject.id];
    return {
      subject,
      supersedes: wish.supersedes ?? null,
      record: {
        id: newId(),
        taskId: task.id,
        departmentId,
        sameKey: createHash('sha256').update(JSON.stringify(same)).digest('hex'),
        ...file.stored,
        name: file.name,
        mediaType: file.kind.mediaType,
        description: file.description,
        secrecy: file.secrecy,
        month: wish.month ?? monthOf(this.clock.today()),
        validUntil: wish.validUntil ?? null,
        isShared: wish.isShared ? 1 : 0,
        ordinal: 1,
        supersedesId: null,
        supersededOn: null,
        uploadedOn: this.clock.today(),
        uploadedAt: this.clock.now(),
        uploadedBy: actor.post,
        uploader: actor.holder,
        removedOn: null,
        removedBy: null,
        removalReason: '',
        version: 1,
      },
    };
  }
}
