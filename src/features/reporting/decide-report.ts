import { nextState } from '../../domain/task/lifecycle.js';
import {
  progressReportLifecycle,
  type ProgressReportDeed,
  type ProgressReportState,
} from '../../domain/task/progress-report-lifecycle.js';
import {
  countNegative,
  draftNotOpen,
  progressFell,
  progressOutOfRange,
  reportEmpty,
  verifiedMissing,
} from './reporting.errors.js';

/** What a department writes; percent and count are whole numbers. */
export interface ReportContent {
  claimedProgress: number | null;
  count: number | null;
  text: string;
  problems: string;
  nextStep: string;
}

/** The state after a deed; refuses (CONFLICT) what the present state does not allow. */
export function stateAfter(state: string, deed: ProgressReportDeed): ProgressReportState {
  return nextState(progressReportLifecycle, state as ProgressReportState, deed);
}

/** Refuses figures out of range; everything else a draft may still lack. */
export function requireFigures(content: ReportContent): void {
  requirePercent('自报进度', content.claimedProgress);
  requireCount(content.count);
}

/** Refuses a draft over a report the office is reading or has accepted. */
export function requireEditable(state: string): void {
  const open = state === 'DRAFT' || state === 'RETURNED';
  if (!open) throw draftNotOpen(progressReportLifecycle.states[state as ProgressReportState]);
}

/**
 * Examines a report to be submitted: not empty, figures in range, and a fall below the last verified progress explained
 * in 存在问题. Source: 月报填报要求, 办内惯例.
 */
export function requireSubmittable(content: ReportContent, lastVerified: number | null): void {
  requireFigures(content);
  const { claimedProgress, text, problems } = content;
  if (claimedProgress === null && text.trim() === '') throw reportEmpty();
  const fell = claimedProgress !== null && lastVerified !== null && claimedProgress < lastVerified;
  if (fell && problems.trim() === '') throw progressFell(claimedProgress, lastVerified);
}

/** The percent an acceptance verifies: the office's, else the claimed one, else the last verified one. */
export function verifiedBy(
  given: number | null,
  claimed: number | null,
  lastVerified: number | null,
): number {
  const verified = given ?? claimed ?? lastVerified;
  if (verified === null) throw verifiedMissing();
  requirePercent('核定进度', verified);
  return verified;
}

export function requirePercent(field: string, value: number | null): void {
  if (value !== null && !(Number.isInteger(value) && value >= 0 && value <= 100))
    throw progressOutOfRange(field);
}

export function requireCount(value: number | null): void {
  if (value !== null && !(Number.isSafeInteger(value) && value >= 0 && value <= MAX_COUNT))
    throw countNegative();
}

/** The largest whole number both databases keep in an integer column. */
const MAX_COUNT = 2_147_483_647;
