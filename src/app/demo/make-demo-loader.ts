import type { INestApplicationContext, Type } from '@nestjs/common';
import { DispatchReader } from '../../features/dispatch/dispatch.reader.js';
import { RoundService } from '../../features/dispatch/round.service.js';
import { AccountsService } from '../../features/identity/accounts.service.js';
import { BootstrapService } from '../../features/identity/bootstrap.service.js';
import { GrantsService } from '../../features/identity/grants.service.js';
import { UploadEvidenceService } from '../../features/evidence/upload-evidence.service.js';
import { CommitImportService } from '../../features/ledger/import/commit-import.service.js';
import { DecideExtensionService } from '../../features/ledger/extension/decide-extension.service.js';
import { EndTaskService } from '../../features/ledger/tasks/end-task.service.js';
import { ExtensionService } from '../../features/ledger/extension/extension.service.js';
import { FinishMilestoneService } from '../../features/ledger/tasks/finish-milestone.service.js';
import { ImportLedgerService } from '../../features/ledger/import/import-ledger.service.js';
import { IssueLedgerService } from '../../features/ledger/issue-ledger.service.js';
import { LedgerReader } from '../../features/ledger/ledger.reader.js';
import { TakeUpTaskService } from '../../features/ledger/tasks/take-up-task.service.js';
import { TaskQuery } from '../../features/ledger/tasks/task-query.js';
import { ImportDepartmentsService } from '../../features/organization/import-departments.service.js';
import { ImportPostsService } from '../../features/organization/import-posts.service.js';
import { CaseQuery } from '../../features/litigation/case-query.js';
import { KeepAppearancesService } from '../../features/litigation/keep-appearances.service.js';
import { KeepCasesService } from '../../features/litigation/keep-cases.service.js';
import { KeepHearingsService } from '../../features/litigation/keep-hearings.service.js';
import { OrganizationReader } from '../../features/organization/organization.reader.js';
import { IssueBulletin } from '../../features/papers/issue-bulletin.service.js';
import { CloseOutQuery } from '../../features/reporting/close-out-query.js';
import { CloseOutService } from '../../features/reporting/close-out.service.js';
import { OpenFormService } from '../../features/reporting/open-form.service.js';
import { ReviewCloseOutService } from '../../features/reporting/review-close-out.service.js';
import { ReviewReportService } from '../../features/reporting/review-report.service.js';
import { WriteReportService } from '../../features/reporting/write-report.service.js';
import { ActorDirectory } from '../../platform/auth/actor-directory.js';
import { OfficeDay } from '../../platform/clock/office-day.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { JobRegistry } from '../../platform/jobs/job-registry.js';
import { Outbox } from '../../platform/jobs/outbox.js';
import { Scheduler } from '../../platform/jobs/scheduler.js';
import { DemoAccounts } from './demo-accounts.js';
import { DemoActors } from './demo-actors.js';
import { DemoCourt } from './demo-court.js';
import { makeDemoDecisions } from './make-demo-decisions.js';
import { DemoEvidence } from './demo-evidence.js';
import { DemoEvents } from './demo-events.js';
import { DemoFoundation } from './demo-foundation.js';
import { DemoLoader, type DemoDesks } from './demo-loader.js';
import { DemoMarkStore } from './demo-mark.store.js';
import { DemoMeetings } from './demo-meetings.js';
import { DemoOffice } from './demo-office.js';
import { DemoReports } from './demo-reports.js';

/** Makes the accounts of the demonstration with the services of a started program. */
export function makeDemoAccounts(app: INestApplicationContext): DemoAccounts {
  const get: Get = (part) => app.get(part, { strict: false });
  return new DemoAccounts(
    new DemoActors(get(ActorDirectory)),
    { accounts: get(AccountsService), grants: get(GrantsService), bootstrap: get(BootstrapService) },
    get(UnitOfWork),
  );
}

type Get = <T>(part: Type<T> | (abstract new (...args: never[]) => T)) => T;

/** The loader with the services of a started program. */
export function makeDemoLoader(app: INestApplicationContext): DemoLoader {
  const get: Get = (part) => app.get(part, { strict: false });
  const mark = new DemoMarkStore(get(Database));
  const office = new DemoOffice(get(OfficeDay), get(Scheduler), get(Outbox), get(JobRegistry), mark);
  const readers = { ledgers: get(LedgerReader), organization: get(OrganizationReader) };
  return new DemoLoader(office, desksOf(get, office), readers, mark, get(UnitOfWork));
}

function desksOf(get: Get, office: DemoOffice): DemoDesks {
  const actors = new DemoActors(get(ActorDirectory));
  return {
    foundation: new DemoFoundation(actors, {
      departments: get(ImportDepartmentsService),
      posts: get(ImportPostsService),
      imports: get(ImportLedgerService),
      commits: get(CommitImportService),
      issuing: get(IssueLedgerService),
      ledgers: get(LedgerReader),
    }),
    meetings: new DemoMeetings(actors, get(DispatchReader), get(RoundService), get(IssueBulletin)),
    reports: new DemoReports(actors, get(OpenFormService), get(WriteReportService), get(ReviewReportService)),
    evidence: new DemoEvidence(actors, get(UploadEvidenceService), office),
    court: new DemoCourt(actors, {
      query: get(CaseQuery),
      cases: get(KeepCasesService),
      hearings: get(KeepHearingsService),
      appearances: get(KeepAppearancesService),
    }),
    decisions: makeDemoDecisions(get, actors),
    events: new DemoEvents(actors, {
      taking: get(TakeUpTaskService),
      ending: get(EndTaskService),
      finishing: get(FinishMilestoneService),
      asking: get(ExtensionService),
      deciding: get(DecideExtensionService),
      tasks: get(TaskQuery),
      closing: get(CloseOutService),
      reviewing: get(ReviewCloseOutService),
      closeOuts: get(CloseOutQuery),
    }),
  };
}
