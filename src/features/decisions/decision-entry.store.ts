import { Injectable } from '@nestjs/common';
import type { Entry } from '../../domain/procedure/entry.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { DecisionEntry } from './decision-entry.entity.js';

/** An entry as it is kept. */
export type EntryRecord = { [Key in keyof DecisionEntry]: DecisionEntry[Key] };

/** A file that came with an entry. */
export interface EntryFile {
  bytes: number;
  name: string;
  mediaType: string;
}

/** Keeps the entries of files: added in order, never changed. */
@Injectable()
export class DecisionEntryStore {
  constructor(private readonly db: Database) {}

  /** Entries of decisions in the order of their place. */
  async ofDecisions(decisionIds: readonly string[]): Promise<EntryRecord[]> {
    if (decisionIds.length === 0) return [];
    return this.db.reader
      .createQueryBuilder(DecisionEntry, 'entry')
      .where('entry.decisionId IN (:...decisionIds)', { decisionIds })
      .orderBy('entry.decisionId', 'ASC')
      .addOrderBy('entry.seq', 'ASC')
      .getMany();
  }

  async one(decisionId: string, seq: number): Promise<EntryRecord | null> {
    return this.db.reader.findOneBy(DecisionEntry, { decisionId, seq });
  }

  /** Adds an entry; its place is unique, so of two who add at once one is refused by the decision's version before. */
  async add(decisionId: string, entry: Entry, file: EntryFile | null): Promise<void> {
    const { seq, kind, on, recordedOn, by, ...content } = entry;
    await this.db.writer.insert(DecisionEntry, {
      id: newId(),
      decisionId,
      seq,
      kind,
      onDay: on,
      recordedOn,
      recordedBy: by,
      recorder: currentActor().holder,
      content: JSON.stringify(content),
      sha256: 'sha256' in entry ? entry.sha256 : null,
      bytes: file?.bytes ?? null,
      fileName: file?.name ?? '',
      mediaType: file?.mediaType ?? '',
    });
  }
}

/** The entry a row holds. */
export function entryOf(row: EntryRecord): Entry {
  const content = JSON.parse(row.content) as object;
  const { seq, kind, onDay: on, recordedOn, recordedBy: by } = row;
  return { ...content, kind, seq, on, recordedOn, by } as Entry;
}
