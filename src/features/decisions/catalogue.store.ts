import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
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

  /** All catalogues, the latest year first. */
  async all(): Promise<CatalogueRecord[]> {
    return this.db.reader.find(DecisionCatalogue, { order: { year: 'DESC' } });
  }

  async ofYear(year: number): Promise<CatalogueRecord | null> {
    return this.db.reader.findOneBy(DecisionCatalogue, { year });
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

  async insert(catalogue: CatalogueRecord): Promise<void> {
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
