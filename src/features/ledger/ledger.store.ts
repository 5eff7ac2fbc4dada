import { Injectable } from '@nestjs/common';
import { currentActor } from '../../platform/auth/actor-context.js';
import { confine, ledgersOf, ofJurisdiction, within } from '../../platform/auth/scope.js';
import { Database } from '../../platform/database/database.js';
import { seeingAll } from '../../platform/database/sight.js';
import { updateVersioned } from '../../platform/database/version.js';
import type { LedgerFacts, LedgerFilter } from './ledger-facts.js';
import { Ledger } from './ledger.entity.js';

/** Keeps ledgers. Whatever does not concern the actor's jurisdiction is not there. */
@Injectable()
export class LedgerStore {
  constructor(private readonly db: Database) {}

  /** A ledger that concerns the actor's jurisdiction, or null. */
  async one(id: string): Promise<LedgerFacts | null> {
    return this.where('l.id = ?', [id]);
  }

  /** The ledger of a code such as `KT-2023`, or null; like by id. */
  async byCode(code: string): Promise<LedgerFacts | null> {
    return this.where('l.code = ?', [code]);
  }

  /** The ledger of an id or of a code such as `KT-2023`, or null. */
  async named(idOrCode: string): Promise<LedgerFacts | null> {
    return this.where('(l.id = ? OR l.code = ?)', [idOrCode, idOrCode]);
  }

  /** True when any jurisdiction has a ledger of this code. */
  async isCodeTaken(code: string): Promise<boolean> {
    const sql = 'SELECT 1 FROM ledger WHERE code = ?';
    return (await seeingAll('NUMBERING', () => this.db.read(sql, [code]))).length > 0;
  }

  /** True where the actor answers for the whole ledger: its owner lies in his jurisdiction or below it. */
  async isWithin(id: string, jurisdiction: string): Promise<boolean> {
    const scope = within(ofJurisdiction(jurisdiction), { ledger: 'l.id' });
    const sql = `SELECT 1 FROM ledger l WHERE l.id = ?${scope.and}`;
    return (await this.db.read(sql, [id, ...scope.values])).length > 0;
  }

  /** All ledgers a filter leaves of those that concern the actor's jurisdiction, by year and code. */
  async list(filter: LedgerFilter): Promise<LedgerFacts[]> {
    const query = this.db.reader.createQueryBuilder(Ledger, 'l').where(filter);
    confine(query, ledgersOf(currentActor().jurisdiction, 'l.id'));
    return (await query.orderBy('l.year').addOrderBy('l.code').getMany()) as LedgerFacts[];
  }

  /** The jurisdiction that a ledger's owner lies in, as a path; null where there is no such ledger. */
  async jurisdictionOf(id: string): Promise<string | null> {
    const rows = await this.db.read<{ jurisdiction: string }>(
      `SELECT d.jurisdiction FROM ledger l JOIN department d ON d.id = l.owner_department_id WHERE l.id = ?`,
      [id],
    );
    return rows[0]?.jurisdiction ?? null;
  }

  /** Asked by every list, hence a raw row. */
  private async where(condition: string, values: string[]): Promise<LedgerFacts | null> {
    const scope = ledgersOf(currentActor().jurisdiction, 'l.id');
    const rows = await this.db.read<LedgerFacts>(
      `SELECT l.id, l.code, l.year, l.kind, l.title, l.source_document AS "sourceDocument",
         l.source_number AS "sourceNumber", l.issued_on AS "issuedOn", l.owner_department_id AS "ownerDepartmentId",
         l.state, l.version FROM ledger l WHERE ${condition}${scope.and}`,
      [...values, ...scope.values],
    );
    return rows[0] ?? null;
  }

  async insert(ledger: LedgerFacts): Promise<void> {
    await this.db.writer.insert(Ledger, ledger);
  }

  /** Changes a ledger if it still has the version given. */
  async update(ledger: { id: string; version: number }, changes: Partial<LedgerFacts>): Promise<void> {
    await updateVersioned(this.db, Ledger, ledger, changes);
  }
}
