import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Outbox } from '../../platform/jobs/outbox.js';
import { EVIDENCE_CITED, type EvidenceCited } from '../evidence/evidence-cited.topic.js';
import { EvidenceReader } from '../evidence/evidence.reader.js';
import { LedgerReader } from '../ledger/ledger.reader.js';
import type { EvidenceName } from './present-report.js';
import { evidenceNotCitable } from './reporting.errors.js';

/** Whose report or request of which task names evidence. */
export interface Citing {
  taskId: string;
  departmentId: string;
}

/** The ids a record keeps as JSON. */
export function idsOf(record: { evidenceIds: string }): string[] {
  return JSON.parse(record.evidenceIds) as string[];
}

/** What a report or a close-out request names as its proof. */
@Injectable()
export class CitedEvidence {
  constructor(
    private readonly evidence: EvidenceReader,
    private readonly ledgers: LedgerReader,
    private readonly outbox: Outbox,
  ) {}

  /** Whether the office wants evidence with every close-out request; a file is read once, so ask before the unit. */
  closeOutNeedsEvidence(): Promise<boolean> {
    return this.evidence.closeOutNeedsEvidence();
  }

  /**
   * Refuses what cannot stand behind a report: evidence of another task, removed or replaced, or of another department,
   * unless it is laid before all or the department leads the task.
   */
  async requireCitable(ids: readonly string[], { taskId, departmentId }: Citing): Promise<void> {
    if (ids.length === 0) return;
    const known = await this.evidence.byId(ids);
    const task = await this.ledgers.task(taskId);
    const leads = task?.assignments.some((part) => part.departmentId === departmentId && part.role === 'LEAD');
    const wrong = ids.filter((id) => {
      const piece = known.get(id);
      if (!piece?.isStanding || piece.taskId !== taskId) return true;
      return piece.departmentId !== departmentId && !piece.isShared && !leads;
    });
    if (wrong.length > 0) throw evidenceNotCitable(wrong);
  } // prettier-ignore

  /** Tells which evidence was handed in with a subject, so that it is linked to it; inside the open unit. */
  async tell(subject: Pick<EvidenceCited, 'subjectKind' | 'subjectId' | 'evidenceIds'>, key: string, on: Day): Promise<void> {
    const told: EvidenceCited = { ...subject, by: currentActor().post, on };
    await this.outbox.put(EVIDENCE_CITED, key, told);
  } // prettier-ignore

  /** Names of evidence by id, for many reports at once. */
  async names(records: readonly { evidenceIds: string }[]): Promise<(record: { evidenceIds: string }) => EvidenceName[]> {
    const known = await this.evidence.byId(records.flatMap(idsOf));
    return (record) => idsOf(record).map((id) => ({ id, name: known.get(id)?.name ?? '' }));
  } // prettier-ignore
}
