import { Module } from '@nestjs/common';
import { join } from 'node:path';
import { Settings } from '../../platform/config/settings.js';
import { FileStore } from '../../platform/files/file-store.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { ApplyImport } from './import/apply-import.js';
import { AssignmentStore } from './assignment.store.js';
import { AssignTaskService } from './tasks/assign-task.service.js';
import { BreakdownReader } from './breakdown.reader.js';
import { BreakDownService } from './breakdown/break-down.service.js';
import { BreakdownDesk } from './superior/breakdown-desk.js';
import { BreakdownQuery } from './breakdown/breakdown-query.js';
import { BreakdownStore } from './superior/breakdown.store.js';
import { BreakdownsController } from './breakdown/breakdowns.controller.js';
import { HandDown } from './breakdown/hand-down.js';
import { ReceiveTaskService } from './breakdown/receive-task.service.js';
import { SuperiorTerms } from './superior/superior-terms.js';
import { WriteReceived } from './breakdown/write-received.js';
import { BoardLineStore } from './board-line.store.js';
import { BoardReader } from './board.reader.js';
import { ChangeDeadline } from './extension/change-deadline.js';
import { ChangeImported } from './import/change-imported.js';
import { CloseOutHandler } from './close-out/close-out.handler.js';
import { CommitImportService } from './import/commit-import.service.js';
import { CreateTaskService } from './tasks/create-task.service.js';
import { DeadlineBook } from './tasks/deadline-book.js';
import { DecideExtensionService } from './extension/decide-extension.service.js';
import { DepartmentBooks } from './tasks/department-books.js';
import { DraftParts } from './tasks/draft-parts.js';
import { EditImportService } from './import/edit-import.service.js';
import { EndTaskService } from './tasks/end-task.service.js';
import { ExtensionRequestsController } from './extension/extension-requests.controller.js';
import { ExtensionService } from './extension/extension.service.js';
import { ExtensionStore } from './extension.store.js';
import { FindTasks } from './tasks/find-tasks.js';
import { FinishMilestoneService } from './tasks/finish-milestone.service.js';
import { ImportFiles } from './import/import-files.js';
import { ImportLedgerService } from './import/import-ledger.service.js';
import { ImportPreviews } from './import/import-previews.js';
import { IndicatorStore } from './indicator.store.js';
import { IssueLedgerService } from './issue-ledger.service.js';
import { LedgerImportsController } from './import/ledger-imports.controller.js';
import { LedgerImportStore } from './ledger-import.store.js';
import { LedgerOwners } from './ledger-owners.js';
import { LedgerQuery } from './ledger-query.js';
import { LedgerReader } from './ledger.reader.js';
import { LedgerRules, loadLedgerRules } from './ledger-rules.js';
import { LedgersController } from './ledgers.controller.js';
import { LedgerStore } from './ledger.store.js';
import { LedgerTasks } from './ledger-tasks.js';
import { MakeLedger } from './make-ledger.js';
import { MilestoneStore } from './milestone.store.js';
import { OwnLedger } from './own-ledger.js';
import { OpenLedgers } from './open-ledgers.js';
import { ReadLedgerFile } from './import/read-ledger-file.js';
import { ReadPhrases } from './read-phrases.js';
import { RegisterTaskService } from './tasks/register-task.service.js';
import { ReturnWorkbookService } from './import/return-workbook.service.js';
import { SplitTaskService } from './tasks/split-task.service.js';
import { SplitWriting } from './tasks/split-writing.js';
import { TakeUpTaskService } from './tasks/take-up-task.service.js';
import { TaskDeedsController } from './tasks/task-deeds.controller.js';
import { TaskDesk } from './tasks/task-desk.js';
import { TaskFactsStore } from './task-facts.store.js';
import { TaskListStore } from './task-list.store.js';
import { TaskPartsController } from './tasks/task-parts.controller.js';
import { TaskPageReader } from './task-page.reader.js';
import { TaskQuery } from './tasks/task-query.js';
import { TasksController } from './tasks/tasks.controller.js';
import { TaskSheets } from './task-sheets.js';
import { TaskStore } from './task.store.js';
import { WriteTasks } from './tasks/write-tasks.js';

const stores = [
  AssignmentStore,
  BoardLineStore,
  BreakdownStore,
  ExtensionStore,
  IndicatorStore,
  LedgerImportStore,
  LedgerStore,
  MilestoneStore,
  TaskFactsStore,
  TaskListStore,
  TaskStore,
];

const helpers = [
  ApplyImport,
  BreakdownDesk,
  BreakdownQuery,
  ChangeDeadline,
  ChangeImported,
  DeadlineBook,
  DepartmentBooks,
  DraftParts,
  FindTasks,
  HandDown,
  ImportFiles,
  ImportPreviews,
  LedgerOwners,
  LedgerQuery,
  LedgerTasks,
  MakeLedger,
  OpenLedgers,
  OwnLedger,
  ReadLedgerFile,
  ReadPhrases,
  SplitWriting,
  SuperiorTerms,
  TaskDesk,
  TaskQuery,
  TaskSheets,
  WriteReceived,
  WriteTasks,
];

const deeds = [
  AssignTaskService,
  BreakDownService,
  CommitImportService,
  CreateTaskService,
  DecideExtensionService,
  EditImportService,
  EndTaskService,
  ExtensionService,
  FinishMilestoneService,
  ImportLedgerService,
  IssueLedgerService,
  ReceiveTaskService,
  RegisterTaskService,
  ReturnWorkbookService,
  SplitTaskService,
  TakeUpTaskService,
];

/** Ledgers, their tasks and everything that changes them. */
@Module({
  imports: [OrganizationModule, CalendarModule],
  controllers: [
    LedgersController,
    LedgerImportsController,
    TasksController,
    TaskDeedsController,
    TaskPartsController,
    ExtensionRequestsController,
    BreakdownsController,
  ],
  providers: [
    { provide: LedgerRules, inject: [Settings], useFactory: loadLedgerRules },
    {
      provide: FileStore,
      inject: [Settings],
      useFactory: (settings: Settings) => new FileStore(join(settings.DIAODU_DATA_DIR, 'files')),
    },
    ...stores,
    ...helpers,
    ...deeds,
    CloseOutHandler,
    BoardReader,
    BreakdownReader,
    LedgerReader,
    TaskPageReader,
  ],
  exports: [BoardReader, BreakdownReader, LedgerReader, TaskPageReader],
})
export class LedgerModule {}
