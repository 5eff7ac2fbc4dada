import { deadlineStanding, worstMilestone } from './deadline-standing.js';
import { explainLight } from './explain-light.js';
import type { LightFacts, ReportStanding } from './light-facts.js';
import type { LightThresholds } from './light-thresholds.js';
import { lightOfRule, type LightGrounds, type LightRule } from './light-rule.js';
import type { LightVerdict } from './light-verdict.js';
import { paceOf, progressOf } from './pace.js';

export type { LightVerdict };

/**
 * Decides the light of one task or assignment: DONE, GREY, RED, YELLOW, GREEN, first rule that applies wins
 * (办内惯例，数值可配置). Never refuses; calls nothing slow, since a freeze asks it once per task and assignment.
 */
export function decideLight(facts: LightFacts, thresholds: LightThresholds): LightVerdict {
  const grounds: LightGrounds = {
    deadline: deadlineStanding(facts),
    milestone: facts.milestones.length === 0 ? null : worstMilestone(facts, thresholds),
    progress: progressOf(facts),
  };
  const rule = ruleFor(facts, grounds, thresholds);
  const open = facts.standing === 'OPEN';
  return {
    light: lightOfRule[rule],
    rule,
    explanation: explainLight(rule, facts, grounds),
    pace: paceOf(facts, grounds.progress, thresholds),
    timeProgress: whole(grounds.progress.timeProgress),
    progress: whole(grounds.progress.progress),
    overdueDays: open ? overdueDaysOf(rule, grounds) : 0,
    overdueDaysBefore: facts.overdueDaysBefore,
    originalOverdueDays: open ? grounds.deadline.originalOverdueDays : 0,
    closedLate: rule === 'CLOSED_LATE',
  };
}

function ruleFor(facts: LightFacts, grounds: LightGrounds, thresholds: LightThresholds): LightRule {
  if (facts.standing === 'CLOSED') return closedLate(facts) ? 'CLOSED_LATE' : 'CLOSED';
  if (facts.standing !== 'OPEN') return facts.standing;
  return redRule(facts, grounds, thresholds) ?? yellowRule(facts, grounds, thresholds) ?? greenRule(facts);
}

function redRule(facts: LightFacts, grounds: LightGrounds, thresholds: LightThresholds): LightRule | null {
  if (grounds.deadline.overdueDays > 0) return 'OVERDUE';
  if (grounds.milestone?.light === 'RED') return 'MILESTONE_OVERDUE';
  if (lag(grounds) > thresholds.farBehindPoints) return 'FAR_BEHIND';
  if (facts.missedReportsInRow >= thresholds.missedReports) return 'REPORTS_MISSED';
  return null;
}

function yellowRule(facts: LightFacts, grounds: LightGrounds, thresholds: LightThresholds): LightRule | null {
  const { daysLeft, closingInTime } = grounds.deadline;
  if (daysLeft !== null && daysLeft <= thresholds.dueSoonDays && !judgedByPeriods(facts)) {
    return closingInTime ? 'CLOSE_PENDING' : 'DUE_SOON';
  }
  if (grounds.milestone?.light === 'YELLOW') return 'MILESTONE_DUE_SOON';
  if (lag(grounds) > thresholds.behindPoints) return 'BEHIND';
  const report = lastReport(facts);
  if (report === 'MISSING') return 'REPORT_MISSING';
  return report === 'RETURNED' ? 'REPORT_RETURNED' : null;
}

function greenRule(facts: LightFacts): LightRule {
  return facts.due === null && facts.milestones.length === 0 ? 'UNDETERMINED' : 'ON_TRACK';
}

/** 一期一灯: towards the year's end only the last period comes near, not the recurring task as such. */
function judgedByPeriods(facts: LightFacts): boolean {
  return facts.cadence === 'RECURRING' && facts.milestones.length > 0;
}

/** Until this month's cut-off the last month's report is the one that counts. */
function lastReport(facts: LightFacts): ReportStanding {
  return facts.thisMonthReport === 'NOT_DUE' ? facts.previousMonthReport : facts.thisMonthReport;
}

function lag({ progress: { timeProgress, progress } }: LightGrounds): number {
  return timeProgress === null || progress === null ? 0 : timeProgress - progress;
}

/** Late is who asked to close after the deadline; days in review of earlier requests in time are taken off. */
function closedLate(facts: LightFacts): boolean {
  if (facts.due === null || facts.closeRequestedOn === null || facts.closeRequestedOn <= facts.due)
    return false;
  return (
    deadlineStanding({ ...facts, today: facts.closeRequestedOn, closeRequestedOn: null }).overdueDays > 0
  );
}

function overdueDaysOf(rule: LightRule, { deadline, milestone }: LightGrounds): number {
  return rule === 'MILESTONE_OVERDUE' ? -(milestone?.daysLeft ?? 0) : deadline.overdueDays;
}

/** Rules compare exactly; what is stored and listed is whole percent. */
function whole(percent: number | null): number | null {
  return percent === null ? null : Math.round(percent);
}
