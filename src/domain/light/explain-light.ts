import { daysBetween } from '../calendar/day.js';
import type { LightFacts } from './light-facts.js';
import type { LightGrounds, LightRule } from './light-rule.js';

/**
 * Says in one Chinese sentence why a light is what it is: the light and rule first, then deadline and today with the
 * days between, then 序时进度 beside 核定进度. Everything in it can be reckoned again by hand.
 */
export function explainLight(rule: LightRule, facts: LightFacts, grounds: LightGrounds): string {
  return SENTENCES[rule](facts, grounds);
}

const SENTENCES: Readonly<Record<LightRule, (facts: LightFacts, grounds: LightGrounds) => string>> = {
  CLOSED: (facts) => `已办结：${closedText(facts)}。`,
  CLOSED_LATE: (facts) => `已办结（逾期办结）：${closedText(facts)}。`,
  SUSPENDED: () => '不计灯：任务已按程序中止。',
  CANCELLED: () => '不计灯：任务已按程序撤销。',
  MERGED: () => '不计灯：任务已并入其他任务。',
  OVERDUE: (facts, grounds) => `红灯（逾期未办结）：${basis(facts, grounds)}。`,
  MILESTONE_OVERDUE: (facts, grounds) => `红灯（节点逾期）：${milestoneBasis(facts, grounds)}。`,
  FAR_BEHIND: (facts, grounds) =>
    `红灯（进度严重滞后）：${basis(facts, grounds)}，落后 ${lagText(grounds)} 个百分点。`,
  REPORTS_MISSED: (facts, grounds) =>
    `红灯（连续未报）：已连续 ${facts.missedReportsInRow} 个月未报送月报；${basis(facts, grounds)}。`,
  CLOSE_PENDING: (facts, grounds) =>
    `黄灯（办结待审）：已于 ${facts.closeRequestedOn} 申请办结，正在审核；${basis(facts, grounds)}。`,
  DUE_SOON: (facts, grounds) => `黄灯（临期）：${basis(facts, grounds)}。`,
  MILESTONE_DUE_SOON: (facts, grounds) => `黄灯（节点临期）：${milestoneBasis(facts, grounds)}。`,
  BEHIND: (facts, grounds) =>
    `黄灯（进度滞后）：${basis(facts, grounds)}，落后 ${lagText(grounds)} 个百分点。`,
  REPORT_MISSING: (facts, grounds) =>
    `黄灯（月报未报）：报送时间已过，${reportMonth(facts)}月报尚未报送；${basis(facts, grounds)}。`,
  REPORT_RETURNED: (facts, grounds) =>
    `黄灯（月报退回）：${reportMonth(facts)}月报已退回，尚未重报；${basis(facts, grounds)}。`,
  UNDETERMINED: (facts, grounds) => `绿灯（时限待定）：${basis(facts, grounds)}。`,
  ON_TRACK: (facts, grounds) => `绿灯（正常推进）：${basis(facts, grounds)}。`,
};

function basis(facts: LightFacts, grounds: LightGrounds): string {
  return deadlineText(facts, grounds) + tailOf(facts, grounds);
}

function milestoneBasis(facts: LightFacts, grounds: LightGrounds): string {
  return milestoneText(facts, grounds) + tailOf(facts, grounds);
}

function deadlineText(facts: LightFacts, { deadline }: LightGrounds): string {
  const { due, today } = facts;
  if (due === null || deadline.daysLeft === null) return `时限待定，今天 ${today}`;
  const dates = `时限 ${due}，今天 ${today}`;
  if (deadline.daysLeft > 0) return `${dates}，距时限 ${deadline.daysLeft} 天`;
  if (deadline.daysLeft === 0) return `${dates}，今日到期`;
  const review = facts.daysInReview > 0 ? `（已扣除审核占用 ${facts.daysInReview} 天）` : '';
  if (deadline.overdueDays > 0) return `${dates}，逾期 ${deadline.overdueDays} 天${review}`;
  return deadline.closingInTime ? `${dates}，申请办结在时限之内` : `${dates}，尚不计逾期${review}`;
}

function milestoneText({ today }: LightFacts, { milestone }: LightGrounds): string {
  if (milestone === null) return `今天 ${today}`;
  const head = `“${milestone.milestone.label}”时限 ${milestone.milestone.due}，今天 ${today}`;
  if (milestone.daysLeft < 0) return `${head}，逾期 ${-milestone.daysLeft} 天`;
  return milestone.daysLeft === 0 ? `${head}，今日到期` : `${head}，距时限 ${milestone.daysLeft} 天`;
}

/** Progress, then what must stay visible after an extension: the original deadline and the overdue days already run. */
function tailOf(facts: LightFacts, { progress, deadline }: LightGrounds): string {
  let text = progressText(facts, progress.timeProgress, progress.progress);
  if (facts.originalDue !== null && facts.due !== null && facts.originalDue !== facts.due) {
    text += `；原定时限 ${facts.originalDue}`;
    if (deadline.originalOverdueDays > 0) text += `，已超过 ${deadline.originalOverdueDays} 天`;
  }
  if (facts.overdueDaysBefore > 0) text += `；批准延期前已逾期 ${facts.overdueDaysBefore} 天，不予核减`;
  return text;
}

function progressText(facts: LightFacts, timeProgress: number | null, progress: number | null): string {
  if (timeProgress === null || progress === null) return '';
  if (facts.cadence === 'RECURRING' && facts.milestones.length > 0) {
    return `；应完成期次 ${timeProgress}%，已完成期次 ${progress}%`;
  }
  if (facts.verifiedProgress === null || facts.cadence !== 'FIXED') {
    if (facts.targetCount) {
      return `；序时进度 ${timeProgress}%，目标 ${facts.targetCount}、已核定 ${facts.doneCount ?? 0}，完成 ${progress}%`;
    }
  }
  return `；序时进度 ${timeProgress}%，核定进度 ${progress}%${claimedText(facts)}`;
}

function claimedText({ claimedProgress, verifiedProgress }: LightFacts): string {
  const differs = claimedProgress !== null && claimedProgress !== (verifiedProgress ?? 0);
  return differs ? `（自报 ${claimedProgress}%）` : '';
}

function lagText({ progress: { timeProgress, progress } }: LightGrounds): number {
  return Math.round(((timeProgress ?? 0) - (progress ?? 0)) * 100) / 100;
}

function reportMonth(facts: LightFacts): string {
  return facts.thisMonthReport === 'NOT_DUE' ? '上月' : '本月';
}

function closedText(facts: LightFacts): string {
  const { due, closeRequestedOn } = facts;
  if (closeRequestedOn === null) return due === null ? '时限待定，已销号' : `时限 ${due}，已销号`;
  if (due === null) return `时限待定，${closeRequestedOn} 申请办结，已销号`;
  const late = closeRequestedOn > due ? `，晚于时限 ${daysBetween(due, closeRequestedOn)} 天` : '';
  return `时限 ${due}，${closeRequestedOn} 申请办结${late}，已销号`;
}
