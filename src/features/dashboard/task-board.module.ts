import { Module } from '@nestjs/common';
import { DispatchModule } from '../dispatch/dispatch.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { ReportingModule } from '../reporting/reporting.module.js';
import { BoardChanges } from './board/board-changes.js';
import { BoardQuery } from './board/board-query.js';
import { ExportBoardService } from './board/export-board.service.js';
import { LiveBoards } from './board/live-boards.js';
import { TaskBoardController } from './board/task-board.controller.js';
import { LedgerRollUpController } from './roll-up/ledger-roll-up.controller.js';
import { LedgerRollUpService } from './roll-up/ledger-roll-up.service.js';
import { RollUpController } from './roll-up/roll-up.controller.js';
import { RollUpLines } from './roll-up/roll-up-lines.js';
import { RollUpService } from './roll-up/roll-up.service.js';
import { SavedViewService } from './saved-view/saved-view.service.js';
import { SavedViewStore } from './saved-view/saved-view.store.js';
import { SavedViewsController } from './saved-view/saved-views.controller.js';
import { LightHistory } from './task-page/light-history.js';
import { TaskAudit } from './task-page/task-audit.js';
import { TaskLights } from './task-page/task-lights.js';
import { TaskPageService } from './task-page/task-page.service.js';
import { TaskPagesController } from './task-page/task-pages.controller.js';
import { TaskReminders } from './task-page/task-reminders.js';
import { WhichLedger } from './which-ledger.js';

/** The ledger and its tasks as the screens show them: with today's lights, from everything the features know. */
@Module({
  imports: [
    OrganizationModule,
    LedgerModule,
    EvidenceModule,
    ReportingModule,
    DispatchModule,
    RemindersModule,
  ],
  controllers: [
    LedgerRollUpController,
    RollUpController,
    SavedViewsController,
    TaskBoardController,
    TaskPagesController,
  ],
  providers: [
    BoardChanges,
    BoardQuery,
    ExportBoardService,
    LightHistory,
    LiveBoards,
    LedgerRollUpService,
    RollUpLines,
    WhichLedger,
    RollUpService,
    SavedViewService,
    SavedViewStore,
    TaskAudit,
    TaskLights,
    TaskPageService,
    TaskReminders,
  ],
  exports: [LiveBoards],
})
export class TaskBoardModule {}
