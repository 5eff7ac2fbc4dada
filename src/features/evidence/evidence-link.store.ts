import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { bulkInsert } from '../../platform/database/bulk-insert.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { marks } from '../../platform/database/placeholders.js';
import { EvidenceLink } from './evidence-link.entity.js';

/** A link as it is kept. */
export type LinkRecord = { [Key in keyof EvidenceLink]: EvidenceLink[Key] };

/** What a piece of evidence proves: kind and id. */
export interface Subject {
  kind: 'TASK' | 'ASSIGNMENT' | 'MILESTONE' | 'REPORT' | 'CLOSE_OUT';
  id: string;
}

/** Who added or took away a link, and when. */
export interface Hand {
  by: string;
  on: Day;
}

const COLUMNS = [
  'id', 'evidence_id', 'subject_kind', 'subject_id', 'is_active', 'added_on', 'added_by', 'removal_reason',
]; // prettier-ignore

/** Keeps what each piece of evidence proves, and what it once proved. */
@Injectable()
export class EvidenceLinkStore {
  constructor(private readonly db: Database) {}

  /** Links pieces to a subject; one that is linked already stays as it is. Gives how many links are new. */
  async add(evidenceIds: readonly string[], subject: Subject, hand: Hand): Promise<number> {
    const rows = evidenceIds.map((id) => [newId(), id, subject.kind, subject.id, 1, hand.on, hand.by, '']);
    return bulkInsert(this.db, 'evidence_link', COLUMNS, rows, 'keep');
  }

  /** Ends one link; false when it had ended already. */
  async end(id: string, hand: Hand, reason: string): Promise<boolean> {
    const ended = await this.db.write(
      `UPDATE evidence_link SET is_active = NULL, removed_on = ?, removed_by = ?, removal_reason = ?
        WHERE id = ? AND is_active = 1`,
      [hand.on, hand.by, reason, id],
    );
    return ended.affected === 1;
  }

  /** Ends the links of a subject to all evidence but the pieces given. */
  async endOthers(subject: Subject, keep: readonly string[], hand: Hand, reason: string): Promise<void> {
    const others = keep.length === 0 ? '' : ` AND evidence_id NOT IN (${marks(keep)})`;
    await this.db.write(
      `UPDATE evidence_link SET is_active = NULL, removed_on = ?, removed_by = ?, removal_reason = ?
        WHERE subject_kind = ? AND subject_id = ? AND is_active = 1${others}`,
      [hand.on, hand.by, reason, subject.kind, subject.id, ...keep],
    );
  }

  /** All links of a piece that ever were, oldest first. */
  async allOf(evidenceId: string): Promise<LinkRecord[]> {
    return this.db.reader.find(EvidenceLink, { where: { evidenceId }, order: { id: 'ASC' } });
  }

  /** The links that hold, of many pieces. */
  async activeOf(evidenceIds: readonly string[]): Promise<LinkRecord[]> {
    if (evidenceIds.length === 0) return [];
    return this.db.reader
      .createQueryBuilder(EvidenceLink, 'k')
      .where('k.isActive = 1 AND k.evidenceId IN (:...ids)', { ids: [...evidenceIds] })
      .orderBy('k.id')
      .getMany();
  }
}
