import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { CaseDesk } from './case-desk.js';
import { CaseListStore } from './case-list.store.js';
import { CaseQuery } from './case-query.js';
import { CaseImportsController } from './import/case-imports.controller.js';
import { CircularService } from './circular.service.js';
import { CourtAppearanceController } from './court-appearance.controller.js';
import { CourtAppearanceQuery } from './court-appearance-query.js';
import { CourtCasesController } from './court-cases.controller.js';
import { CourtCaseStore } from './court-case.store.js';
import { CourtFiguresStore } from './court-figures.store.js';
import { DepartmentCodes } from './department-codes.js';
import { HearingsController } from './hearings.controller.js';
import { ImportCasesService } from './import/import-cases.service.js';
import { KeepAppearancesService } from './keep-appearances.service.js';
import { KeepCasesService } from './keep-cases.service.js';
import { KeepHearingsService } from './keep-hearings.service.js';
import { LitigationReader } from './litigation.reader.js';
import { LitigationSettings } from './litigation-settings.js';
import { RateQuery } from './rate-query.js';
import { ReconcileFileService } from './reconcile-file.service.js';
import { ReconcileService } from './reconcile.service.js';

/** Cases in court and whether heads of agencies appeared. */
@Module({
  imports: [OrganizationModule, CalendarModule],
  controllers: [CaseImportsController, CourtCasesController, HearingsController, CourtAppearanceController],
  providers: [
    CourtCaseStore,
    CaseListStore,
    CourtFiguresStore,
    LitigationSettings,
    DepartmentCodes,
    CaseDesk,
    CaseQuery,
    RateQuery,
    CourtAppearanceQuery,
    CircularService,
    ReconcileService,
    ReconcileFileService,
    ImportCasesService,
    KeepCasesService,
    KeepHearingsService,
    KeepAppearancesService,
    LitigationReader,
  ],
  exports: [LitigationReader],
})
export class LitigationModule {}
