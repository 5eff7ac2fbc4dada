import type { INestApplicationContext } from '@nestjs/common';
import { CatalogueQuery } from '../../features/decisions/catalogue-query.js';
import { CatalogueService } from '../../features/decisions/catalogue.service.js';
import { DecisionDesk } from '../../features/decisions/decision-desk.js';
import { DecisionFilesService } from '../../features/decisions/decision-files.service.js';
import { DecisionQuery } from '../../features/decisions/decision-query.js';
import { DoDeedService } from '../../features/decisions/do-deed.service.js';
import { WriteDecisionService } from '../../features/decisions/write-decision.service.js';
import type { DemoActors } from './demo-actors.js';
import { DemoDecisionsDesk } from './demo-decisions-desk.js';

/** The desk at which the decisions of a year are entered, on the program's own services. */
export function makeDemoDecisions(
  get: INestApplicationContext['get'],
  actors: DemoActors,
): DemoDecisionsDesk {
  return new DemoDecisionsDesk(actors, {
    catalogues: get(CatalogueService),
    catalogueQuery: get(CatalogueQuery),
    writing: get(WriteDecisionService),
    deeds: get(DoDeedService),
    files: get(DecisionFilesService),
    desk: get(DecisionDesk),
    query: get(DecisionQuery),
  });
}
