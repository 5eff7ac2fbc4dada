import { Module } from '@nestjs/common';
import { DispatchModule } from '../dispatch/dispatch.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { ReportingModule } from '../reporting/reporting.module.js';
import { BoardChanges } from './board/board-changes.js';
import { BoardQuery } from './board/board-query.js';
import { LiveBoards } from './board/live-boards.js';
import { TaskBoardController } from './board/task-board.controller.js';

/** The ledger and its tasks as the screens show them: with today's lights, from everything the features know. */
@Module({
  imports: [OrganizationModule, LedgerModule, ReportingModule, DispatchModule],
  controllers: [TaskBoardController],
  providers: [BoardChanges, BoardQuery, LiveBoards],
  exports: [LiveBoards],
})
export class TaskBoardModule {}
