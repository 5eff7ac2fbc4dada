import { Module, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../platform/jobs/job-registry.js';
import {
  CHASE_JOB,
  FREEZE_JOB,
  FREEZE_SHARD_JOB,
  NOTICES_JOB,
  OPEN_JOB,
} from '../../platform/jobs/slot-names.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { LitigationModule } from '../litigation/litigation.module.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { ReportingModule } from '../reporting/reporting.module.js';
import { ChaseService } from './reminder/chase.service.js';
import { ChaseSources } from './reminder/chase-sources.js';
import { CorrectionStore } from './snapshot/correction.store.js';
import { DeadlineChangedHandler } from './reminder/deadline-changed.handler.js';
import { DispatchReader } from './dispatch.reader.js';
import { DispatchJobs } from './dispatch-jobs.js';
import { DispatchService } from './dispatch.service.js';
import { FlagStore } from './snapshot/flag.store.js';
import { FreezeClosing } from './freeze/freeze-closing.js';
import { FreezeRegisters } from './freeze/freeze-registers.js';
import { FreezeService } from './freeze/freeze.service.js';
import { FreezeShardService } from './freeze/freeze-shard.service.js';
import { FreezeWriter } from './freeze/freeze-writer.js';
import { ChaseJob } from './jobs/chase.job.js';
import { FreezeMonthJob } from './jobs/freeze-month.job.js';
import { FreezeShardJob } from './jobs/freeze-shard.job.js';
import { NoticesJob } from './jobs/notices.job.js';
import { OpenRoundJob } from './jobs/open-round.job.js';
import { GatherFacts } from './judging/gather-facts.js';
import { LiveLightReader } from './live-light.reader.js';
import { MonthJudge } from './judging/month-judge.js';
import { NoticeService } from './reminder/notice.service.js';
import { PreviousRounds } from './judging/previous-rounds.js';
import { PreviewReader } from './preview.reader.js';
import { PreviewService } from './preview.service.js';
import { RegisterStore } from './snapshot/register.store.js';
import { ReminderDeedsController } from './reminder/reminder-deeds.controller.js';
import { ReminderIssuer } from './reminder/reminder-issuer.js';
import { REMINDERS_ISSUED } from './reminders-issued.topic.js';
import { ReminderService } from './reminder/reminder.service.js';
import { ReminderStore } from './reminder/reminder.store.js';
import { ReportCorrectedHandler } from './snapshot/report-corrected.handler.js';
import { RoundJobs } from './round-jobs.js';
import { RoundQueries } from './round-queries.js';
import { RoundRegisters } from './snapshot/round-registers.js';
import { RoundTables } from './round-tables.js';
import { RoundService } from './round.service.js';
import { RoundStore } from './round.store.js';
import { RoundsController } from './rounds.controller.js';
import { ShardDesk } from './freeze/shard-desk.js';
import { ShardPlanner } from './freeze/shard-planner.js';
import { SnapshotStore } from './snapshot/snapshot.store.js';

/** The monthly round: opened, chased, frozen, met, published. */
@Module({
  imports: [
    OrganizationModule,
    CalendarModule,
    LedgerModule,
    EvidenceModule,
    ReportingModule,
    DecisionsModule,
    LitigationModule,
  ],
  controllers: [RoundsController, ReminderDeedsController],
  providers: [
    ChaseJob,
    ChaseService,
    ChaseSources,
    CorrectionStore,
    DeadlineChangedHandler,
    DispatchJobs,
    DispatchReader,
    DispatchService,
    FlagStore,
    FreezeClosing,
    FreezeMonthJob,
    FreezeRegisters,
    FreezeService,
    FreezeShardJob,
    FreezeShardService,
    FreezeWriter,
    LiveLightReader,
    MonthJudge,
    GatherFacts,
    NoticeService,
    NoticesJob,
    OpenRoundJob,
    PreviewReader,
    PreviewService,
    PreviousRounds,
    RegisterStore,
    ReminderIssuer,
    ReminderService,
    ReminderStore,
    ReportCorrectedHandler,
    RoundJobs,
    RoundQueries,
    RoundRegisters,
    RoundService,
    RoundStore,
    RoundTables,
    ShardDesk,
    ShardPlanner,
    SnapshotStore,
  ],
  exports: [DispatchReader, LiveLightReader, PreviewReader],
})
export class DispatchModule implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly jobs: RoundJobs,
    private readonly deadlineChanged: DeadlineChangedHandler,
    private readonly reportCorrected: ReportCorrectedHandler,
  ) {}

  onModuleInit(): void {
    this.registry.announce({
      jobs: [OPEN_JOB, CHASE_JOB, FREEZE_JOB, FREEZE_SHARD_JOB, NOTICES_JOB],
      topics: [REMINDERS_ISSUED],
    });
    for (const job of this.jobs.all) this.registry.addJob(job);
    for (const handler of [this.deadlineChanged, this.reportCorrected]) this.registry.addHandler(handler);
  }
}
