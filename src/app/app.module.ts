import { Module, type DynamicModule } from '@nestjs/common';
import { CalendarModule } from '../features/calendar/calendar.module.js';
import { QueueModule } from '../features/dashboard/queue.module.js';
import { TaskBoardModule } from '../features/dashboard/task-board.module.js';
import { DecisionsModule } from '../features/decisions/decisions.module.js';
import { DispatchModule } from '../features/dispatch/dispatch.module.js';
import { IdentityModule } from '../features/identity/identity.module.js';
import { EvidenceModule } from '../features/evidence/evidence.module.js';
import { LedgerModule } from '../features/ledger/ledger.module.js';
import { LitigationModule } from '../features/litigation/litigation.module.js';
import { OrganizationModule } from '../features/organization/organization.module.js';
import { PapersModule } from '../features/papers/papers.module.js';
import { RemindersModule } from '../features/reminders/reminders.module.js';
import { ReportingModule } from '../features/reporting/reporting.module.js';
import { WorkbenchModule } from '../features/dashboard/workbench.module.js';
import { ConfigModule } from '../platform/config/config.module.js';
import type { Settings } from '../platform/config/settings.js';
import { PlatformModule } from './platform.module.js';

/** The list of features and nothing else. */
@Module({
  imports: [
    PlatformModule,
    OrganizationModule,
    IdentityModule,
    CalendarModule,
    LedgerModule,
    EvidenceModule,
    ReportingModule,
    LitigationModule,
    DecisionsModule,
    DispatchModule,
    RemindersModule,
    PapersModule,
    TaskBoardModule,
    WorkbenchModule,
    QueueModule,
  ],
})
export class AppModule {
  /** The program with the given settings. */
  static for(settings: Settings): DynamicModule {
    return { module: AppModule, imports: [ConfigModule.for(settings)] };
  }
}
