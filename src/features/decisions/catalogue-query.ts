import { Injectable } from '@nestjs/common';
import { currentActor } from '../../platform/auth/actor-context.js';
import { seesItsJurisdiction } from '../../platform/auth/actor.js';
import { ofJurisdiction, ofJurisdictionOnly, type Scope } from '../../platform/auth/scope.js';
import { WHOLE_INSTALLATION } from '../../domain/access/jurisdiction.js';
import { JurisdictionsReader } from '../organization/jurisdictions.reader.js';
import { catalogueNotFound } from './catalogue.errors.js';
import { CatalogueStore, type CatalogueRecord } from './catalogue.store.js';
import { DecisionQuery } from './decision-query.js';
import {
  presentCatalogue,
  presentItem,
  type CatalogueBoardResponse,
  type CatalogueResponse,
  type CataloguesResponse,
} from './present-catalogue.js';

/** What the screens show of catalogues; of the items, a department sees its own. */
@Injectable()
export class CatalogueQuery {
  constructor(
    private readonly store: CatalogueStore,
    private readonly decisions: DecisionQuery,
    private readonly jurisdictions: JurisdictionsReader,
  ) {}

  /** All catalogues of the actor's jurisdiction and, for its office and leaders, of those below; the latest year first. */
  async list(): Promise<CataloguesResponse> {
    return { items: await this.present(await this.store.all(catalogueScope())) };
  }

  /** The board of a year: every item with the light and the standing of its decision. Of one's own jurisdiction, or of one below. */
  async board(year: number, code?: string): Promise<CatalogueBoardResponse> {
    const catalogue = await this.store.ofYear(year, await this.jurisdictions.asked(code));
    if (!catalogue) throw catalogueNotFound(year);
    const { items: seen } = await this.decisions.list(year);
    const items = await this.store.itemsOf(catalogue.id);
    const [shown] = await this.present([catalogue]);
    return {
      ...(shown as CatalogueResponse),
      items: items.flatMap((item) => {
        const decision = seen.find(({ id }) => id === item.decisionId);
        return decision ? [presentItem(item, decision)] : [];
      }),
    };
  }

  private async present(catalogues: readonly CatalogueRecord[]): Promise<CatalogueResponse[]> {
    const paths = await this.store.jurisdictionsOf(catalogues);
    const own = currentActor().jurisdiction;
    const nodes = await this.jurisdictions.at([...paths.values()]);
    return catalogues.map((catalogue) => {
      const path = paths.get(catalogue.id) ?? WHOLE_INSTALLATION;
      return presentCatalogue(catalogue, nodes.get(path) ?? null, path === own);
    });
  }
}

function catalogueScope(): Scope {
  const actor = currentActor();
  const { jurisdiction } = actor;
  if (jurisdiction === WHOLE_INSTALLATION || seesItsJurisdiction(actor)) return ofJurisdiction(jurisdiction);
  return ofJurisdictionOnly(jurisdiction);
}
