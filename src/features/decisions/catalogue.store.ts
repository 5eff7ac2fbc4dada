import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { makeRoom, ownerLiesIn } from '../../platform/auth/owner-jurisdiction.js';
import { within, confine, type Scope } from '../../platform/auth/scope.js';
import { Database } from '../../platform/database/database.js';
import { updateVersioned } from '../../platform/database/version.js';
import { CatalogueItem } from './catalogue-item.entity.js';
import { DecisionCatalogue } from './decision-catalogue.entity.js';

/** A catalogue as it is kept. */
export type CatalogueRecord = { [Key in keyof DecisionCatalogue]: DecisionCatalogue[Key] };

/** A place in a catalogue as it is kept. */
export type ItemRecord = { [Key in keyof CatalogueItem]: CatalogueItem[Key] };

/** Keeps catalogues and what stood in them. */
@Injectable()
export class CatalogueStore {
  constructor(private readonly db: Database) {}

  /** All catalogues within a scope, the latest year first. */
  async all(scope: Scope): Promise<CatalogueRecord[]> {
    const query = this.db.reader.createQueryBuilder(DecisionCatalogue, 'c');
    confine(query, within(scope, { department: 'c.ownerDepartmentId' }));
    return query.orderBy('c.year', 'DESC').addOrderBy('c.id').getMany();
  }

  /** The catalogue of a year of the jurisdiction with that path, as the tree stands today; null where it has none. */
  async ofYear(year: number, jurisdiction: string): Promise<CatalogueRecord | null> {
    return this.db.reader
      .createQueryBuilder(DecisionCatalogue, 'c')
      .where('c.year = :year', { year })
      .andWhere(`${ownerLiesIn('c.ownerDepartmentId')} = :jurisdiction`, { jurisdiction })
      .orderBy('c.id')
      .getOne();
  }

  /** Where each catalogue's owner lies today: path by the catalogue's id. */
  async jurisdictionsOf(catalogues: readonly CatalogueRecord[]): Promise<Map<string, string>> {
    const rows = await this.db.read<{ id: string; jurisdiction: string }>(
      'SELECT d.id, d.jurisdiction FROM department d WHERE d.id IN (SELECT c.owner_department_id FROM decision_catalogue c)',
    );
    const paths = new Map(rows.map(({ id, jurisdiction }) => [id, jurisdiction]));
    return new Map(
      catalogues.map(({ id, ownerDepartmentId }) => [id, paths.get(ownerDepartmentId ?? '') ?? '/']),
    );
  }

  /** Everything that ever stood in a catalogue, in the order it came in. */
  async itemsOf(catalogueId: string): Promise<ItemRecord[]> {
    return this.db.reader.find(CatalogueItem, { where: { catalogueId }, order: { id: 'ASC' } });
  }

  /** The place of a decision that it has not lost; null where it has none. */
  async standing(decisionId: string): Promise<ItemRecord | null> {
    return this.db.reader.findOneBy(CatalogueItem, { decisionId, removedOn: IsNull() });
  }

  /** Every place decisions have or had. */
  async itemsOfDecisions(decisionIds: readonly string[]): Promise<ItemRecord[]> {
    if (decisionIds.length === 0) return [];
    return this.db.reader
      .createQueryBuilder(CatalogueItem, 'item')
      .where('item.decisionId IN (:...decisionIds)', { decisionIds })
      .orderBy('item.id', 'ASC')
      .getMany();
  }

  /** Adds a catalogue; one of that year whose owner has moved to another jurisdiction since makes room. */
  async insert(catalogue: CatalogueRecord): Promise<void> {
    const { year, jurisdiction } = catalogue;
    await makeRoom(this.db, 'decision_catalogue', { year }, jurisdiction);
    await this.db.writer.insert(DecisionCatalogue, catalogue);
  }

  async addItem(item: ItemRecord): Promise<void> {
    await this.db.writer.insert(CatalogueItem, item);
  }

  async removeItem(
    id: string,
    removal: Pick<ItemRecord, 'removedOn' | 'removedBy' | 'removeReason'>,
  ): Promise<void> {
    await this.db.writer.update(CatalogueItem, { id }, removal);
  }

  async update(catalogue: { id: string; version: number }, changes: Partial<CatalogueRecord>): Promise<void> {
    await updateVersioned(this.db, DecisionCatalogue, catalogue, changes);
  }
}
