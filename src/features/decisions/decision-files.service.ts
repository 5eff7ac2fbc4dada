import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { preview } from '../../domain/procedure/decide-procedure.js';
import type { ProcedureDeed } from '../../domain/procedure/deed.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { IncomingFile } from '../../platform/http/upload-stream.js';
import { KeepFileDeeds, type KeptFile } from '../evidence/keep-file.deeds.js';
import { DecisionDesk } from './decision-desk.js';
import { documentNotFound } from './decisions.errors.js';
import { requireDoer } from './decisions.policy.js';
import { DoDeedService } from './do-deed.service.js';

/** A file as it goes out. */
export interface ServedDocument {
  name: string;
  mediaType: string;
  bytes: number;
  content: Readable;
}

/** 归入材料、上传草案: what can be refused beforehand, then the file onto the disk, then the entry. */
@Injectable()
export class DecisionFilesService {
  constructor(
    private readonly desk: DecisionDesk,
    private readonly deeds: DoDeedService,
    private readonly files: KeepFileDeeds,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Files a paper with a step. */
  async file(id: string, step: string, document: string, file: IncomingFile): Promise<void> {
    await this.take(id, file, ({ name, sha256 }) => ({
      deed: 'FILE_DOCUMENT',
      step,
      document,
      name,
      sha256,
    }));
  }

  /** Takes a version of the draft; its hash is what reviews and deliberations are bound to. */
  async draft(id: string, wish: { substantive: boolean; note: string }, file: IncomingFile): Promise<void> {
    await this.take(id, file, ({ sha256 }) => ({ deed: 'CHANGE_DRAFT', sha256, ...wish }));
  }

  /** The content of a filed paper or draft; who fetched it is on record before the first byte leaves. */
  async open(id: string, seq: number): Promise<ServedDocument> {
    const { rows } = await this.desk.open(id);
    const row = rows.find((each) => each.seq === seq);
    if (!row?.sha256) throw documentNotFound();
    const content = await this.files.open(row.sha256);
    const { fileName: name, sha256 } = row;
    await this.unitOfWork.run(async () =>
      this.audit.record({
        operation: 'decisions.access-document',
        objectKind: 'major_decision',
        objectId: id,
        after: { seq, name, sha256 },
      }),
    );
    return { name, mediaType: row.mediaType, bytes: row.bytes ?? 0, content };
  }

  private async take(
    id: string,
    file: IncomingFile,
    deedOf: (kept: KeptFile) => ProcedureDeed,
  ): Promise<void> {
    const { decision, procedure } = await this.desk.open(id);
    const actor = currentActor();
    // Asked before the file comes in, so that nobody sends a large file for nothing; asked again when it is kept.
    const asked = deedOf({ name: file.name, mediaType: '', sha256: '', bytes: 0 });
    requireDoer(actor, decision, procedure.definition.steps, asked);
    const [problem] = preview(procedure, { act: asked, by: actor.post }, this.clock.today()).problems;
    if (problem) throw problem;
    const kept = await this.files.keep(file);
    await this.deeds.do(id, deedOf(kept), undefined, kept);
  }
}
