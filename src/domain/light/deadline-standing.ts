import { daysBetween, type Day } from '../calendar/day.js';
import type { LightFacts, MilestoneFacts } from './light-facts.js';
import type { LightThresholds } from './light-thresholds.js';

/** Where a task stands towards its own deadline. */
export interface DeadlineStanding {
  /** Calendar days past the deadline, days in review taken off; 0 when not overdue. */
  readonly overdueDays: number;
  /** Calendar days left, negative once the day has passed; null without a deadline. */
  readonly daysLeft: number | null;
  readonly originalOverdueDays: number;
  /** A close-out request made on or before the deadline is still pending. */
  readonly closingInTime: boolean;
}

/**
 * The due day counts whole (至当日 24 时止, 民法典第203条), so a task is overdue from the day after. A request to close
 * made in time holds the overdue off; if it was returned, the days it lay in review are not held against the unit.
 * An ongoing task has no deadline before 31 December of its plan year.
 */
export function deadlineStanding(facts: LightFacts): DeadlineStanding {
  const { due, originalDue, today } = facts;
  const originalOverdueDays =
    originalDue !== null && today > originalDue ? daysBetween(originalDue, today) : 0;
  if (due === null) return { overdueDays: 0, daysLeft: null, originalOverdueDays, closingInTime: false };
  const closingInTime = facts.closeRequestedOn !== null && facts.closeRequestedOn <= due;
  const daysLeft = daysBetween(today, due);
  const held = daysLeft >= 0 || closingInTime || beforeYearEnd(facts);
  const overdueDays = held ? 0 : Math.max(0, -daysLeft - facts.daysInReview);
  return { overdueDays, daysLeft, originalOverdueDays, closingInTime };
}

/** Where a task stands towards the node or period that is worst for it. */
export interface MilestoneStanding {
  readonly milestone: MilestoneFacts;
  readonly daysLeft: number;
  readonly light: 'RED' | 'YELLOW' | 'GREEN';
}

/** The worst open node or period that has begun: the longest overdue, else the nearest; null when none is open. */
export function worstMilestone(facts: LightFacts, thresholds: LightThresholds): MilestoneStanding | null {
  let worst: MilestoneFacts | null = null;
  for (const milestone of facts.milestones) {
    if (milestone.doneOn !== null || notBegun(milestone, facts.today)) continue;
    if (worst === null || milestone.due < worst.due) worst = milestone;
  }
  if (worst === null) return null;
  const daysLeft = daysBetween(facts.today, worst.due);
  return { milestone: worst, daysLeft, light: milestoneLight(daysLeft, thresholds) };
}

function milestoneLight(daysLeft: number, thresholds: LightThresholds): 'RED' | 'YELLOW' | 'GREEN' {
  if (daysLeft < 0) return 'RED';
  return daysLeft <= thresholds.milestoneDueSoonDays ? 'YELLOW' : 'GREEN';
}

function notBegun(milestone: MilestoneFacts, today: Day): boolean {
  return milestone.start !== undefined && milestone.start !== null && today < milestone.start;
}

function beforeYearEnd({ cadence, due, today }: LightFacts): boolean {
  return cadence === 'ONGOING' && due !== null && today <= `${due.slice(0, 4)}-12-31`;
}
