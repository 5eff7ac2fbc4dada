import { daysBetween, type Day } from '../calendar/day.js';
import { addWorkingDays, previousWorkingDay, type WorkingCalendar } from '../calendar/working-calendar.js';
import { extensionApproverLabels, type ExtensionApprover, type ExtensionRules } from './extension-rules.js';
import {
  extensionApproverWrong,
  extensionFieldMissing,
  extensionNotLater,
  extensionPastSuperior,
  extensionTooLate,
  extensionTooMany,
  noDeadlineToExtend,
  ownSubmission,
} from './task.errors.js';

/** A task's deadline with its history in figures. `version` grows with every change and keys flags and reminders. */
export interface Deadline {
  readonly planYear: number;
  readonly originalDueOn: Day | null;
  readonly dueOn: Day | null;
  readonly version: number;
  readonly extensions: number;
  /** Overdue days that ran before late extensions were approved; never taken back. */
  readonly overdueDaysBefore: number;
  /** The deadline of the office above for what it handed down; none of one's own may be later. */
  readonly notAfter?: Day | null;
}

/** What a lead writes when it asks. */
export interface ExtensionAsk {
  readonly askedOn: Day;
  readonly askedBy: string;
  readonly newDueOn: Day;
  readonly reason: string;
  readonly progressSoFar: string;
  /** Why it is asked late; empty when it is not. */
  readonly lateReason: string;
}

/** An admissible request: how it is marked and who decides, in order. */
export interface ExtensionRequest extends ExtensionAsk {
  readonly sequence: number;
  /** 逾期申请: asked with fewer than the required working days left, or after the deadline. */
  readonly askedLate: boolean;
  /** 会前改期 as of the day of asking. */
  readonly justBeforeMeeting: boolean;
  readonly crossYear: boolean;
  readonly approvers: readonly ExtensionApprover[];
}

/** What an approval did, for the task's record. */
export interface DeadlineChange {
  readonly from: Day;
  readonly to: Day;
  readonly on: Day;
  readonly version: number;
  readonly overdueDaysRun: number;
  readonly justBeforeMeeting: boolean;
}

/** What the rules need beside the task: the office's rules, the calendar and the next meeting after the day. */
export interface ExtensionSetting {
  readonly rules: ExtensionRules;
  readonly calendar: WorkingCalendar;
  readonly nextMeetingOn: Day | null;
}

/**
 * Examines a request for extension. Refuses one without deadline, reason, progress or later day, a third one, and one
 * asked late without explanation. Source: 延期应当在期限届满前提出并说明理由、进展和拟完成时间; numbers 办内惯例，可配置.
 */
export function askExtension(
  deadline: Deadline,
  ask: ExtensionAsk,
  setting: ExtensionSetting,
): ExtensionRequest {
  const { rules, calendar, nextMeetingOn } = setting;
  const { dueOn } = deadline;
  if (dueOn === null) throw noDeadlineToExtend();
  if (ask.reason.trim() === '') throw extensionFieldMissing('延期理由');
  if (ask.progressSoFar.trim() === '') throw extensionFieldMissing('目前进展');
  if (ask.newDueOn <= dueOn || ask.newDueOn <= ask.askedOn) throw extensionNotLater(dueOn, ask.newDueOn);
  if (deadline.notAfter && ask.newDueOn > deadline.notAfter) throw extensionPastSuperior(deadline.notAfter);
  if (deadline.extensions >= rules.maxTimes) throw extensionTooMany(rules.maxTimes);
  const askedLate = isLate(ask, dueOn, setting);
  const crossYear = ask.newDueOn > `${deadline.planYear}-12-31`;
  return {
    ...ask,
    sequence: deadline.extensions + 1,
    askedLate,
    justBeforeMeeting: isJustBeforeMeeting(ask.askedOn, nextMeetingOn, rules, calendar),
    crossYear,
    approvers: approversOf(rules, deadline.extensions, crossYear),
  };
}

/**
 * Approves: the new day replaces the deadline, the original stays, and days already overdue when a request made after
 * the deadline is approved stay on the record. Refuses the wrong signatory and the approval of one's own request.
 * `signedBy` are the posts that have signed, the approver's last.
 */
export function approveExtension(
  deadline: Deadline,
  request: ExtensionRequest,
  approval: { readonly on: Day; readonly by: string; readonly signedBy: readonly ExtensionApprover[] },
  setting: ExtensionSetting,
): [Deadline, DeadlineChange] {
  const { dueOn } = deadline;
  if (dueOn === null) throw noDeadlineToExtend();
  if (approval.by === request.askedBy) throw ownSubmission('审批');
  const missing = request.approvers.find((post) => !approval.signedBy.includes(post));
  if (missing !== undefined) throw extensionApproverWrong(extensionApproverLabels[missing]);
  const overdueDaysRun =
    request.askedOn > dueOn ? daysBetween(dueOn, earlier(approval.on, request.newDueOn)) : 0;
  const version = deadline.version + 1;
  const near = isJustBeforeMeeting(approval.on, setting.nextMeetingOn, setting.rules, setting.calendar);
  return [
    {
      ...deadline,
      dueOn: request.newDueOn,
      version,
      extensions: deadline.extensions + 1,
      overdueDaysBefore: deadline.overdueDaysBefore + overdueDaysRun,
    },
    {
      from: dueOn,
      to: request.newDueOn,
      on: approval.on,
      version,
      overdueDaysRun,
      justBeforeMeeting: request.justBeforeMeeting || near,
    },
  ];
}

/** 会前改期: the day is one of the last working days before the meeting, or a rest day among them. */
export function isJustBeforeMeeting(
  day: Day,
  meetingOn: Day | null,
  rules: ExtensionRules,
  calendar: WorkingCalendar,
): boolean {
  if (meetingOn === null || day >= meetingOn) return false;
  return addWorkingDays(calendar, day, rules.workingDaysBeforeMeeting).day >= meetingOn;
}

function isLate(ask: ExtensionAsk, dueOn: Day, { rules, calendar }: ExtensionSetting): boolean {
  const inTime = addWorkingDays(calendar, ask.askedOn, rules.workingDaysBefore).day <= dueOn;
  if (!inTime && ask.lateReason.trim() === '') {
    const lastWorkingDay = previousWorkingDay(calendar, dueOn).day;
    const latestDay = addWorkingDays(calendar, lastWorkingDay, -rules.workingDaysBefore).day;
    throw extensionTooLate(dueOn, rules.workingDaysBefore, latestDay);
  }
  return !inTime;
}

function approversOf(
  rules: ExtensionRules,
  earlierExtensions: number,
  crossYear: boolean,
): readonly ExtensionApprover[] {
  if (crossYear) return rules.approvers.crossYear;
  return earlierExtensions === 0 ? rules.approvers.first : rules.approvers.second;
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}
