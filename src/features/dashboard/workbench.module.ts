import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module.js';
import { DispatchModule } from '../dispatch/dispatch.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { HandOverController } from './hand-over/hand-over.controller.js';
import { HandOverQueries } from './hand-over/hand-over-queries.js';
import { HandOverService } from './hand-over/hand-over.service.js';
import { HandOverSheets } from './hand-over/hand-over-sheets.js';
import { HandOverStore } from './hand-over/hand-over.store.js';
import { OpenItemsStore } from './hand-over/open-items.store.js';
import { OwnDepartment } from './own-department.js';
import { ReportSheetController } from './report-sheet/report-sheet.controller.js';
import { ReportSheetService } from './report-sheet/report-sheet.service.js';
import { ReportSheetStore } from './report-sheet/report-sheet.store.js';
import { SheetDates } from './report-sheet/sheet-dates.js';
import { SheetLights } from './report-sheet/sheet-lights.js';
import { RequestListController } from './request-list/request-list.controller.js';
import { RequestListService } from './request-list/request-list.service.js';
import { RequestListStore } from './request-list/request-list.store.js';
import { ReviewQueueController } from './review-queue/review-queue.controller.js';
import { ReviewQueueService } from './review-queue/review-queue.service.js';
import { ReviewQueueStore } from './review-queue/review-queue.store.js';
import { PlanService } from './rounds/plan.service.js';
import { RoundMomentsStore } from './rounds/round-moments.store.js';
import { RoundPagesController } from './rounds/round-pages.controller.js';
import { TimelineService } from './rounds/timeline.service.js';
import { TaskBoardModule } from './task-board.module.js';
import { WhichLedger } from './which-ledger.js';
import { AdministrationStore } from './workbench/administration.store.js';
import { DepartmentDesk } from './workbench/department-desk.js';
import { DepartmentDeskStore } from './workbench/department-desk.store.js';
import { Desks } from './workbench/desks.js';
import { FrozenLightsStore } from './workbench/frozen-lights.store.js';
import { Lights } from './workbench/lights.js';
import { MonthFiguresStore } from './workbench/month-figures.store.js';
import { MonthStandings } from './workbench/month-standings.js';
import { OfficeDesk } from './workbench/office-desk.js';
import { OpenPartsStore } from './workbench/open-parts.store.js';
import { Vacancies } from './workbench/vacancies.js';
import { WaitingStore } from './workbench/waiting.store.js';
import { WorkbenchController } from './workbench/workbench.controller.js';
import { WorkbenchService } from './workbench/workbench.service.js';

const stores = [
  AdministrationStore,
  DepartmentDeskStore,
  FrozenLightsStore,
  HandOverStore,
  OpenItemsStore,
  MonthFiguresStore,
  OpenPartsStore,
  ReportSheetStore,
  RequestListStore,
  ReviewQueueStore,
  RoundMomentsStore,
  WaitingStore,
];

/** 工作台、本月填报、审核、延期和办结: pages put together from everything the features know. */
@Module({
  imports: [
    OrganizationModule,
    CalendarModule,
    LedgerModule,
    DispatchModule,
    RemindersModule,
    TaskBoardModule,
  ],
  controllers: [
    WorkbenchController,
    ReportSheetController,
    ReviewQueueController,
    RequestListController,
    RoundPagesController,
    HandOverController,
  ],
  providers: [
    ...stores,
    DepartmentDesk,
    Desks,
    HandOverQueries,
    HandOverService,
    HandOverSheets,
    Lights,
    MonthStandings,
    OfficeDesk,
    OwnDepartment,
    PlanService,
    ReportSheetService,
    RequestListService,
    ReviewQueueService,
    SheetDates,
    SheetLights,
    TimelineService,
    Vacancies,
    WhichLedger,
    WorkbenchService,
  ],
})
export class WorkbenchModule {}
