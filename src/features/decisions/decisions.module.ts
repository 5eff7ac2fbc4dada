import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { CatalogueQuery } from './catalogue-query.js';
import { CatalogueService } from './catalogue.service.js';
import { CatalogueStore } from './catalogue.store.js';
import { CataloguesController } from './catalogues.controller.js';
import { DecisionDeedsController } from './decision-deeds.controller.js';
import { DecisionDesk } from './decision-desk.js';
import { DecisionEntryStore } from './decision-entry.store.js';
import { DecisionFilesController } from './decision-files.controller.js';
import { DecisionFilesService } from './decision-files.service.js';
import { DecisionGround } from './decision-ground.js';
import { DecisionQuery } from './decision-query.js';
import { DecisionStatistics } from './decision-statistics.js';
import { DecisionStore } from './decision.store.js';
import { DecisionsController } from './decisions.controller.js';
import { DecisionsReader } from './decisions.reader.js';
import { DoDeedService } from './do-deed.service.js';
import { DecisionPapersController } from './papers/decision-papers.controller.js';
import { DecisionPapersService } from './papers/decision-papers.service.js';
import { DecisionOpinionsController } from './opinions/decision-opinions.controller.js';
import { ImportOpinionsService } from './opinions/import-opinions.service.js';
import { OpinionDesk } from './opinions/opinion-desk.js';
import { OpinionStore } from './opinions/opinion.store.js';
import { OpinionsService } from './opinions/opinions.service.js';
import { ProcedureBook } from './procedure-book.js';
import { WriteDecisionService } from './write-decision.service.js';

/** Major administrative decisions: the law as data, the file as dated entries. */
@Module({
  imports: [OrganizationModule, CalendarModule, EvidenceModule],
  controllers: [
    CataloguesController,
    DecisionsController,
    DecisionDeedsController,
    DecisionFilesController,
    DecisionPapersController,
    DecisionOpinionsController,
  ],
  providers: [
    ProcedureBook,
    DecisionStore,
    DecisionEntryStore,
    CatalogueStore,
    DecisionDesk,
    DecisionGround,
    DecisionQuery,
    CatalogueQuery,
    CatalogueService,
    WriteDecisionService,
    DoDeedService,
    DecisionFilesService,
    DecisionPapersService,
    OpinionStore,
    OpinionDesk,
    OpinionsService,
    ImportOpinionsService,
    DecisionStatistics,
    DecisionsReader,
  ],
  exports: [DecisionsReader],
})
export class DecisionsModule {}
