import { Injectable } from '@nestjs/common';
import { catalogueNotFound } from './catalogue.errors.js';
import { CatalogueStore } from './catalogue.store.js';
import { DecisionQuery } from './decision-query.js';
import {
  presentCatalogue,
  presentItem,
  type CatalogueBoardResponse,
  type CataloguesResponse,
} from './present-catalogue.js';

/** What the screens show of catalogues; of the items, a department sees its own. */
@Injectable()
export class CatalogueQuery {
  constructor(
    private readonly store: CatalogueStore,
    private readonly decisions: DecisionQuery,
  ) {}

  /** All catalogues, the latest year first. */
  async list(): Promise<CataloguesResponse> {
    return { items: (await this.store.all()).map(presentCatalogue) };
  }

  /** The board of a year: every item with the light and the standing of its decision. */
  async board(year: number): Promise<CatalogueBoardResponse> {
    const catalogue = await this.store.ofYear(year);
    if (!catalogue) throw catalogueNotFound(year);
    const { items: seen } = await this.decisions.list(year);
    const items = await this.store.itemsOf(catalogue.id);
    return {
      ...presentCatalogue(catalogue),
      items: items.flatMap((item) => {
        const decision = seen.find(({ id }) => id === item.decisionId);
        return decision ? [presentItem(item, decision)] : [];
      }),
    };
  }
}
