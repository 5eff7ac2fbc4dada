import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { updateVersioned } from '../../platform/database/version.js';
import type { LedgerFacts, LedgerFilter } from './ledger-facts.js';
import { Ledger } from './ledger.entity.js';

/** Keeps ledgers. */
@Injectable()
export class LedgerStore {
  constructor(private readonly db: Database) {}

  /** One ledger or null. */
  async one(id: string): Promise<LedgerFacts | null> {
    return (await this.db.reader.findOneBy(Ledger, { id })) as LedgerFacts | null;
  }

  /** The ledger of a code such as `KT-2023`, or null. */
  async byCode(code: string): Promise<LedgerFacts | null> {
    return (await this.db.reader.findOneBy(Ledger, { code })) as LedgerFacts | null;
  }

  /** The ledger of an id or of a code such as `KT-2023`, or null. Asked by every list, hence a raw row. */
  async named(idOrCode: string): Promise<LedgerFacts | null> {
    const rows = await this.db.read<LedgerFacts>(
      `SELECT id, code, year, kind, title, source_document AS "sourceDocument", source_number AS "sourceNumber",
         issued_on AS "issuedOn", owner_department_id AS "ownerDepartmentId", state, version
         FROM ledger WHERE id = ? OR code = ?`,
      [idOrCode, idOrCode],
    );
    return rows[0] ?? null;
  }

  /** All ledgers a filter leaves, by year and code. */
  async list(filter: LedgerFilter): Promise<LedgerFacts[]> {
    const rows = await this.db.reader.find(Ledger, { where: filter, order: { year: 'ASC', code: 'ASC' } });
    return rows as LedgerFacts[];
  }

  async insert(ledger: LedgerFacts): Promise<void> {
    await this.db.writer.insert(Ledger, ledger);
  }

  /** Changes a ledger if it still has the version given. */
  async update(ledger: { id: string; version: number }, changes: Partial<LedgerFacts>): Promise<void> {
    await updateVersioned(this.db, Ledger, ledger, changes);
  }
}
