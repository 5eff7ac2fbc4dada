import type { Day } from '../../domain/calendar/day.js';
import type { ReportFacts } from './report-facts.js';

/** A report's columns as the database gives them, with the day it was reviewed. */
export type ReportRow = Omit<ReportFacts, 'isLate'> & { id: string; isLate: number; reviewedOn: Day | null };

/** One submission of a report as it was handed in, with the day and kind of the answer to it. */
export type SubmissionRow = Pick<
  ReportFacts,
  | 'state'
  | 'claimedProgress'
  | 'verifiedProgress'
  | 'count'
  | 'text'
  | 'problems'
  | 'nextStep'
  | 'submittedOn'
> & { reportId: string; ordinal: number; reviewedOn: Day | null };

const NOTHING = {
  claimedProgress: null,
  verifiedProgress: null,
  count: null,
  text: '',
  problems: '',
  nextStep: '',
};

/**
 * True when the row alone cannot tell what had been handed in by the day: a returned report may be rewritten already,
 * and one handed in again later had been handed in before.
 */
export function needsHistory(row: ReportRow, asOf: Day): boolean {
  if (row.timesReturned === 0) return false;
  return row.state === 'RETURNED' || (row.submittedOn !== null && row.submittedOn > asOf);
}

/**
 * A report as it stood at the end of a day: what was submitted later is not in yet, what was reviewed later is not
 * reviewed yet, and a draft that was never submitted says nothing. Takes the newest submission up to the day where
 * {@link needsHistory} asks for it.
 */
export function reportAsOf(row: ReportRow, submission: SubmissionRow | undefined, asOf: Day): ReportFacts {
  const { assignmentId, taskId, departmentId } = row;
  const standing = submission && needsHistory(row, asOf) ? ofSubmission(submission, asOf) : ofRow(row, asOf);
  const isLate = standing.state !== 'DRAFT' && row.isLate === 1;
  return { assignmentId, taskId, departmentId, isLate, ...standing };
}

function ofSubmission(submission: SubmissionRow, asOf: Day) {
  const answered = submission.reviewedOn !== null && submission.reviewedOn <= asOf;
  const returned = answered && submission.state === 'RETURNED';
  return {
    ...contentOf(submission),
    state: answered ? submission.state : ('SUBMITTED' as const),
    verifiedProgress: answered ? submission.verifiedProgress : null,
    timesReturned: returned ? submission.ordinal : submission.ordinal - 1,
  };
}

function ofRow(row: ReportRow, asOf: Day) {
  if (row.submittedOn === null || row.submittedOn > asOf)
    return { ...NOTHING, state: 'DRAFT' as const, submittedOn: null, timesReturned: 0 };
  const reviewed = row.reviewedOn === null || row.reviewedOn <= asOf;
  return {
    ...contentOf(row),
    state: reviewed ? row.state : ('SUBMITTED' as const),
    verifiedProgress: reviewed ? row.verifiedProgress : null,
    timesReturned: row.timesReturned,
  };
}

function contentOf(from: ReportRow | SubmissionRow) {
  const { claimedProgress, count, text, problems, nextStep, submittedOn } = from;
  return { claimedProgress, count, text, problems, nextStep, submittedOn };
}
