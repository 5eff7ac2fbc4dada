import { Injectable } from '@nestjs/common';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Database } from '../../platform/database/database.js';
import { updateVersioned } from '../../platform/database/version.js';
import { LedgerImport } from './ledger-import.entity.js';

/** An import as it is kept. */
export type LedgerImportRecord = { [Key in keyof LedgerImport]: LedgerImport[Key] };

function ofActor(): { jurisdiction?: string } {
  const { role, jurisdiction } = currentActor();
  return role === 'SYSTEM' ? {} : { jurisdiction };
}

/** Keeps uploaded files' rows before and after they were committed. */
@Injectable()
export class LedgerImportStore {
  constructor(private readonly db: Database) {}

  /** An import of the actor's own jurisdiction, or null; the system, which belongs to none, finds every one. */
  async one(id: string): Promise<LedgerImportRecord | null> {
    return this.db.reader.findOneBy(LedgerImport, { id, ...ofActor() });
  }

  /** Previews that wait for somebody, the newest first; ids grow with time. */
  async waiting(most: number): Promise<LedgerImportRecord[]> {
    return this.db.reader.find(LedgerImport, {
      where: { state: 'PREVIEW', ...ofActor() },
      order: { id: 'DESC' },
      take: most,
    });
  }

  async insert(record: LedgerImportRecord): Promise<void> {
    await this.db.writer.insert(LedgerImport, record);
  }

  /** Changes an import if it still has the version given. */
  async update(record: { id: string; version: number }, changes: Partial<LedgerImportRecord>): Promise<void> {
    await updateVersioned(this.db, LedgerImport, record, changes);
  }
}
