import { DepartmentAlias } from '../features/organization/department-alias.entity.js';
import { DepartmentGroupMember } from '../features/organization/department-group-member.entity.js';
import { DepartmentGroup } from '../features/organization/department-group.entity.js';
import { Department } from '../features/organization/department.entity.js';
import { Post } from '../features/organization/post.entity.js';
import { AccountGrant } from '../features/identity/account-grant.entity.js';
import { AccountPassword } from '../features/identity/account-password.entity.js';
import { Account } from '../features/identity/account.entity.js';
import { ForeignIdentity } from '../features/identity/foreign-identity/foreign-identity.entity.js';
import { KnownDevice } from '../features/identity/known-device.entity.js';
import { RecoveryCode } from '../features/identity/second-factor/recovery-code.entity.js';
import { SecondFactor } from '../features/identity/second-factor/second-factor.entity.js';
import { Session } from '../features/identity/session.entity.js';
import { SignInThrottle } from '../features/identity/sign-in-throttle.entity.js';
import { CalendarDay } from '../features/calendar/calendar-day.entity.js';
import { CalendarYear } from '../features/calendar/calendar-year.entity.js';
import { Assignment } from '../features/ledger/assignment.entity.js';
import { DeadlineChange } from '../features/ledger/deadline-change.entity.js';
import { ExtensionRequest } from '../features/ledger/extension-request.entity.js';
import { Indicator } from '../features/ledger/indicator.entity.js';
import { LedgerImport } from '../features/ledger/ledger-import.entity.js';
import { Ledger } from '../features/ledger/ledger.entity.js';
import { Milestone } from '../features/ledger/milestone.entity.js';
import { TaskBreakdown } from '../features/ledger/superior/task-breakdown.entity.js';
import { Task } from '../features/ledger/task.entity.js';
import { EvidenceLink } from '../features/evidence/evidence-link.entity.js';
import { Evidence } from '../features/evidence/evidence.entity.js';
import { CloseOutRequest } from '../features/reporting/close-out-request.entity.js';
import { ProgressReportVersion } from '../features/reporting/progress-report-version.entity.js';
import { ProgressReport } from '../features/reporting/progress-report.entity.js';
import { CourtCaseParty } from '../features/litigation/court-case-party.entity.js';
import { CourtCaseState } from '../features/litigation/court-case-state.entity.js';
import { CourtCaseRow } from '../features/litigation/court-case.entity.js';
import { CourtFigures } from '../features/litigation/court-figures.entity.js';
import { CourtHearing } from '../features/litigation/court-hearing.entity.js';
import { CourtInstance } from '../features/litigation/court-instance.entity.js';
import { CatalogueItem } from '../features/decisions/catalogue-item.entity.js';
import { DecisionCatalogue } from '../features/decisions/decision-catalogue.entity.js';
import { DecisionEntry } from '../features/decisions/decision-entry.entity.js';
import { DecisionOpinion } from '../features/decisions/decision-opinion.entity.js';
import { DecisionPlan } from '../features/decisions/decision-plan.entity.js';
import { MajorDecision } from '../features/decisions/major-decision.entity.js';
import { DispatchRound } from '../features/dispatch/dispatch-round.entity.js';
import { OverdueFlag } from '../features/dispatch/snapshot/overdue-flag.entity.js';
import { RegisterFlag } from '../features/dispatch/snapshot/register-flag.entity.js';
import { RegisterSnapshot } from '../features/dispatch/snapshot/register-snapshot.entity.js';
import { ReminderCounter } from '../features/dispatch/reminder/reminder-counter.entity.js';
import { Reminder } from '../features/dispatch/reminder/reminder.entity.js';
import { SnapshotCorrection } from '../features/dispatch/snapshot/snapshot-correction.entity.js';
import { TaskSnapshot } from '../features/dispatch/snapshot/task-snapshot.entity.js';
import { Delivery } from '../features/reminders/delivery.entity.js';
import { DigestItem } from '../features/reminders/digest-item.entity.js';
import { Digest } from '../features/reminders/digest.entity.js';
import { DepartmentRobot, RobotPace } from '../features/reminders/robots/department-robot.entity.js';
import { HandOver } from '../features/dashboard/hand-over/hand-over.entity.js';
import { BulletinFile } from '../features/papers/bulletin-file.entity.js';
import { Bulletin } from '../features/papers/bulletin.entity.js';
import { SavedView } from '../features/dashboard/saved-view/saved-view.entity.js';

/** Tables of the features, in the features' order. */
export const featureEntities = [
  DepartmentAlias,
  DepartmentGroupMember,
  DepartmentGroup,
  Department,
  Post,
  AccountGrant,
  AccountPassword,
  Account,
  ForeignIdentity,
  KnownDevice,
  RecoveryCode,
  SecondFactor,
  Session,
  SignInThrottle,
  CalendarDay,
  CalendarYear,
  Assignment,
  DeadlineChange,
  ExtensionRequest,
  Indicator,
  LedgerImport,
  Ledger,
  Milestone,
  TaskBreakdown,
  Task,
  EvidenceLink,
  Evidence,
  CloseOutRequest,
  ProgressReportVersion,
  ProgressReport,
  CourtCaseParty,
  CourtCaseState,
  CourtCaseRow,
  CourtFigures,
  CourtHearing,
  CourtInstance,
  MajorDecision,
  DecisionCatalogue,
  CatalogueItem,
  DecisionPlan,
  DecisionEntry,
  DecisionOpinion,
  DispatchRound,
  OverdueFlag,
  RegisterFlag,
  RegisterSnapshot,
  Reminder,
  ReminderCounter,
  SnapshotCorrection,
  TaskSnapshot,
  Delivery,
  DigestItem,
  Digest,
  DepartmentRobot,
  RobotPace,
  BulletinFile,
  Bulletin,
  SavedView,
  HandOver,
];
