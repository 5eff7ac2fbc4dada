import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { AcceptedReportsReader } from './accepted-reports.reader.js';
import { CitedEvidence } from './cited-evidence.js';
import { CloseOutDesk } from './close-out-desk.js';
import { CloseOutQuery } from './close-out-query.js';
import { CloseOutRequestsController } from './close-out-requests.controller.js';
import { CloseOutService } from './close-out.service.js';
import { CloseOutStore } from './close-out.store.js';
import { CorrectReportService } from './correct-report.service.js';
import { CorrectionTeller } from './correction-teller.js';
import { OpenFormsJob } from './jobs/open-forms.job.js';
import { MissingReportsReader } from './missing-reports.reader.js';
import { OpenFormService } from './open-form.service.js';
import { ReportDesk } from './report-desk.js';
import { ReportGround } from './report-ground.js';
import { ReportListsController } from './report-lists.controller.js';
import { ReportNames } from './report-names.js';
import { ReportQuery } from './report-query.js';
import { ReportVersionStore } from './report-version.store.js';
import { ReportStore } from './report.store.js';
import { ReportingReader } from './reporting.reader.js';
import { ReportsController } from './reports.controller.js';
import { ReviewCloseOutService } from './review-close-out.service.js';
import { ReviewReportService } from './review-report.service.js';
import { SupportStandings } from './support-standings.js';
import { TaskReportsReader } from './task-reports.reader.js';
import { WriteReportService } from './write-report.service.js';

/** Monthly reports, their review, and the requests to close a task. */
@Module({
  imports: [OrganizationModule, CalendarModule, LedgerModule, EvidenceModule],
  controllers: [ReportListsController, ReportsController, CloseOutRequestsController],
  providers: [
    ReportStore,
    ReportVersionStore,
    CloseOutStore,
    ReportDesk,
    ReportGround,
    ReportNames,
    CitedEvidence,
    ReportQuery,
    OpenFormService,
    WriteReportService,
    ReviewReportService,
    CorrectReportService,
    CorrectionTeller,
    CloseOutDesk,
    CloseOutQuery,
    CloseOutService,
    ReviewCloseOutService,
    SupportStandings,
    OpenFormsJob,
    ReportingReader,
    MissingReportsReader,
    TaskReportsReader,
    AcceptedReportsReader,
  ],
  exports: [AcceptedReportsReader, ReportingReader, MissingReportsReader, TaskReportsReader],
})
export class ReportingModule {}
