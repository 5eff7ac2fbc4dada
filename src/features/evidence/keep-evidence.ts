import { Injectable } from '@nestjs/common';
import { evidenceNotFound, supersededAlready } from './evidence.errors.js';
import { EvidenceDesk } from './evidence-desk.js';
import { EvidenceLinkStore, type Subject } from './evidence-link.store.js';
import { EvidenceStore, type EvidenceRecord } from './evidence.store.js';

/** A piece that is to be kept, what it proves first, and which piece it replaces. */
export interface NewEvidence {
  record: EvidenceRecord;
  subject: Subject;
  supersedes: string | null;
}

/** What a new version goes on proving; what was handed in with a report stays with the version that was handed in. */
const CARRIED: ReadonlySet<string> = new Set(['TASK', 'ASSIGNMENT', 'MILESTONE']);

/** Writes the row of a piece whose content is on the disk already; inside the open unit. */
@Injectable()
export class KeepEvidence {
  constructor(
    private readonly desk: EvidenceDesk,
    private readonly store: EvidenceStore,
    private readonly links: EvidenceLinkStore,
  ) {}

  /** Gives the id of the piece; of the one that stands where the same was kept before. */
  async keep(fresh: NewEvidence): Promise<{ id: string; isNew: boolean }> {
    const known = await this.store.ofKey(fresh.record.sameKey ?? '');
    if (known !== null) return { id: known, isNew: false };
    const record =
      fresh.supersedes === null ? fresh.record : await this.replace(fresh.record, fresh.supersedes);
    if (!(await this.store.insert(record))) return this.slower(record);
    const hand = { by: record.uploadedBy, on: record.uploadedOn };
    await this.links.add([record.id], fresh.subject, hand);
    if (fresh.supersedes !== null) await this.carryOver(fresh.supersedes, record.id, hand);
    const { name, sha256, bytes, taskId } = record;
    const after = { name, sha256, bytes, taskId, subject: fresh.subject, supersedes: fresh.supersedes };
    this.desk.record('evidence.upload', record.id, after);
    return { id: record.id, isNew: true };
  }

  /** The earlier version makes room: it stays readable, and the new one counts on from it. */
  private async replace(record: EvidenceRecord, supersedes: string): Promise<EvidenceRecord> {
    const { evidence } = await this.desk.openOwn(supersedes);
    if (evidence.taskId !== record.taskId) throw evidenceNotFound();
    const changes = { supersededOn: record.uploadedOn, sameKey: null };
    await this.desk.save(evidence, changes, 'evidence.supersede');
    const { departmentId, ordinal } = evidence;
    return { ...record, departmentId, ordinal: ordinal + 1, supersedesId: supersedes };
  }

  private async carryOver(from: string, to: string, hand: { by: string; on: string }): Promise<void> {
    for (const link of await this.links.activeOf([from])) {
      const subject = { kind: link.subjectKind, id: link.subjectId } as Subject;
      if (CARRIED.has(link.subjectKind)) await this.links.add([to], subject, hand);
    }
  }

  /** Two uploads of the same at once: the slower one is answered with what the faster one made. */
  private async slower(record: EvidenceRecord): Promise<{ id: string; isNew: boolean }> {
    const known = await this.store.ofKey(record.sameKey ?? '');
    if (known === null) throw supersededAlready();
    return { id: known, isNew: false };
  }
}
