import { Injectable } from '@nestjs/common';
import type { OutboxHandler } from '../../platform/jobs/job.js';
import { JobRegistry } from '../../platform/jobs/job-registry.js';
import { EVIDENCE_CITED, type EvidenceCited } from './evidence-cited.topic.js';
import { EvidenceLinkStore } from './evidence-link.store.js';

/** Links evidence to the report or request it was handed in with; hearing it twice changes nothing. */
@Injectable()
export class EvidenceCitedHandler implements OutboxHandler {
  readonly topic = EVIDENCE_CITED;

  constructor(
    private readonly links: EvidenceLinkStore,
    registry: JobRegistry,
  ) {
    registry.announce({ topics: [EVIDENCE_CITED] });
    registry.addHandler(this);
  }

  async handle(payload: unknown): Promise<void> {
    const { subjectKind, subjectId, evidenceIds, by, on } = payload as EvidenceCited;
    const subject = { kind: subjectKind, id: subjectId };
    await this.links.endOthers(subject, evidenceIds, { by, on }, '重新报送');
    await this.links.add(evidenceIds, subject, { by, on });
  }
}
