import type { Light } from '../../../domain/light/light.js';
import {
  progressReportLifecycle,
  type ProgressReportState,
} from '../../../domain/task/progress-report-lifecycle.js';
import type { LastMonthView, SheetLineView, SheetReportView } from './present-sheet.js';
import type { SheetRow } from './report-sheet.store.js';

/** A department's own light in a task, by the task's number. */
export type OwnLights = ReadonlyMap<string, { light: Light; explanation: string }>;

/** Takes a row, the department's lights and whether the month takes reports; gives the line. */
export function lineOf(row: SheetRow, lights: OwnLights, isTaking: boolean): SheetLineView {
  const { assignmentId, taskId, taskNumber, taskTitle, measures, indicator, role, dueOn, originalDueOn } =
    row;
  const light = lights.get(taskNumber);
  const report = reportOf(row);
  return {
    assignmentId,
    taskId,
    taskNumber,
    taskTitle,
    measures,
    indicator,
    role,
    isFirstLead: row.isFirstLead === 1,
    dueOn,
    originalDueOn,
    targetCount: row.targetCount,
    targetUnit: row.targetUnit,
    light: light?.light ?? null,
    explanation: light?.explanation ?? '',
    editable: isTaking && (report === null || ['DRAFT', 'RETURNED'].includes(report.state)),
    report,
    lastMonth: lastMonthOf(row),
    verifiedBefore: row.verifiedBefore,
  };
}

function reportOf(row: SheetRow): SheetReportView | null {
  const { reportId, state, version } = row;
  if (reportId === null || state === null || version === null) return null;
  return {
    id: reportId,
    state,
    stateLabel: labelOf(state),
    claimedProgress: row.claimedProgress,
    verifiedProgress: row.verifiedProgress,
    count: row.count,
    ...wordsOf(row.text, row.problems, row.nextStep),
    submittedOn: row.submittedOn,
    isLate: row.isLate === 1,
    timesReturned: row.timesReturned ?? 0,
    returnedReason: row.returnedReason ?? '',
    evidence: row.evidence,
    submissions: row.submissions,
    version,
  };
}

function lastMonthOf(row: SheetRow): LastMonthView | null {
  if (row.lastState === null) return null;
  return {
    state: row.lastState,
    stateLabel: labelOf(row.lastState),
    claimedProgress: row.lastClaimed,
    verifiedProgress: row.lastVerified,
    count: row.lastCount,
    ...wordsOf(row.lastText, row.lastProblems, row.lastNextStep),
  };
}

function wordsOf(text: string | null, problems: string | null, nextStep: string | null) {
  return { text: text ?? '', problems: problems ?? '', nextStep: nextStep ?? '' };
}

function labelOf(state: ProgressReportState): string {
  return progressReportLifecycle.states[state];
}
