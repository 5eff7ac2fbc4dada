import { Module } from '@nestjs/common';
import { join } from 'node:path';
import { Settings } from '../../platform/config/settings.js';
import { FileStore } from '../../platform/files/file-store.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { ApplyImport } from './apply-import.js';
import { AssignmentStore } from './assignment.store.js';
import { AssignTaskService } from './assign-task.service.js';
import { ChangeDeadline } from './change-deadline.js';
import { ChangeImported } from './change-imported.js';
import { CloseOutHandler } from './close-out.handler.js';
import { CommitImportService } from './commit-import.service.js';
import { CreateTaskService } from './create-task.service.js';
import { DeadlineBook } from './deadline-book.js';
import { DecideExtensionService } from './decide-extension.service.js';
import { DepartmentBooks } from './department-books.js';
import { DraftParts } from './draft-parts.js';
import { EditImportService } from './edit-import.service.js';
import { EndTaskService } from './end-task.service.js';
import { ExtensionRequestsController } from './extension-requests.controller.js';
import { ExtensionService } from './extension.service.js';
import { ExtensionStore } from './extension.store.js';
import { FindTasks } from './find-tasks.js';
import { FinishMilestoneService } from './finish-milestone.service.js';
import { ImportFiles } from './import-files.js';
import { ImportLedgerService } from './import-ledger.service.js';
import { ImportPreviews } from './import-previews.js';
import { IndicatorStore } from './indicator.store.js';
import { IssueLedgerService } from './issue-ledger.service.js';
import { LedgerImportsController } from './ledger-imports.controller.js';
import { LedgerImportStore } from './ledger-import.store.js';
import { LedgerQuery } from './ledger-query.js';
import { LedgerReader } from './ledger.reader.js';
import { LedgerRules, loadLedgerRules } from './ledger-rules.js';
import { LedgersController } from './ledgers.controller.js';
import { LedgerStore } from './ledger.store.js';
import { LedgerTasks } from './ledger-tasks.js';
import { MakeLedger } from './make-ledger.js';
import { MilestoneStore } from './milestone.store.js';
import { OpenLedgers } from './open-ledgers.js';
import { ReadLedgerFile } from './read-ledger-file.js';
import { ReadPhrases } from './read-phrases.js';
import { RegisterTaskService } from './register-task.service.js';
import { SplitTaskService } from './split-task.service.js';
import { SplitWriting } from './split-writing.js';
import { TakeUpTaskService } from './take-up-task.service.js';
import { TaskDeedsController } from './task-deeds.controller.js';
import { TaskDesk } from './task-desk.js';
import { TaskFactsStore } from './task-facts.store.js';
import { TaskListStore } from './task-list.store.js';
import { TaskPartsController } from './task-parts.controller.js';
import { TaskQuery } from './task-query.js';
import { TasksController } from './tasks.controller.js';
import { TaskSheets } from './task-sheets.js';
import { TaskStore } from './task.store.js';
import { WriteTasks } from './write-tasks.js';

const stores = [
  AssignmentStore,
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
  ChangeDeadline,
  ChangeImported,
  DeadlineBook,
  DepartmentBooks,
  DraftParts,
  FindTasks,
  ImportFiles,
  ImportPreviews,
  LedgerQuery,
  LedgerTasks,
  MakeLedger,
  OpenLedgers,
  ReadLedgerFile,
  ReadPhrases,
  SplitWriting,
  TaskDesk,
  TaskQuery,
  TaskSheets,
  WriteTasks,
];

const deeds = [
  AssignTaskService,
  CommitImportService,
  CreateTaskService,
  DecideExtensionService,
  EditImportService,
  EndTaskService,
  ExtensionService,
  FinishMilestoneService,
  ImportLedgerService,
  IssueLedgerService,
  RegisterTaskService,
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
    LedgerReader,
  ],
  exports: [LedgerReader],
})
export class LedgerModule {}
