import type { AssignmentFacts, TaskFacts } from '../../src/features/ledger/ledger.reader.js';
import type { PageFacts } from '../../src/features/dispatch/judging/part-facts.js';
import type { ReportFacts } from '../../src/features/reporting/reporting.reader.js';
import { parseLightThresholds } from '../../src/domain/light/light-thresholds.js';

/** 水务局的逾期堤防: a task of the water bureau, due at the end of October, supported by the finance bureau. */
export function dikeTask(changes: Partial<TaskFacts> = {}): TaskFacts {
  return {
    id: 'dike',
    ledgerId: 'ledger',
    number: '7',
    sortKey: '0007',
    title: '完成河道堤防加固',
    indicatorPath: '应急法治 / 防汛',
    startsOn: '2023-01-10',
    originalDueOn: '2023-10-31',
    dueOn: '2023-10-31',
    deadlineVersion: 0,
    cadence: 'ONCE',
    deadlineKind: 'date',
    targetCount: null,
    targetUnit: '',
    state: 'IN_PROGRESS',
    stateSince: '2023-01-12',
    closedOn: null,
    closeRequestedOn: null,
    daysInReview: 0,
    extensions: 0,
    overdueDaysBefore: 0,
    lastChange: null,
    assignments: [waterBureau(), financeBureau()],
    milestones: [],
    ...changes,
  };
}

export function waterBureau(changes: Partial<AssignmentFacts> = {}): AssignmentFacts {
  return {
    id: 'dike-water',
    taskId: 'dike',
    departmentId: 'water',
    role: 'LEAD',
    isFirstLead: true,
    viaGroup: null,
    state: 'IN_PROGRESS',
    signedOn: '2023-01-12',
    ...changes,
  };
}

export function financeBureau(changes: Partial<AssignmentFacts> = {}): AssignmentFacts {
  return {
    ...waterBureau(),
    id: 'dike-finance',
    departmentId: 'finance',
    role: 'SUPPORT',
    isFirstLead: false,
    ...changes,
  };
}

/** A report of the water bureau that the office has accepted. */
export function acceptedReport(changes: Partial<ReportFacts> = {}): ReportFacts {
  return {
    assignmentId: 'dike-water',
    taskId: 'dike',
    departmentId: 'water',
    state: 'ACCEPTED',
    claimedProgress: 80,
    verifiedProgress: 80,
    count: null,
    text: '堤防主体完成八成',
    problems: '',
    nextStep: '抓紧收尾',
    isLate: false,
    submittedOn: '2023-11-22',
    timesReturned: 0,
    ...changes,
  };
}

/** What is known on 30 November, after the cut-off: both bureaus have reported. */
export function novemberPage(changes: Partial<PageFacts> = {}): PageFacts {
  return {
    today: '2023-11-30',
    cutOffPassed: true,
    reports: new Map([
      ['dike-water', acceptedReport()],
      ['dike-finance', acceptedReport({ assignmentId: 'dike-finance', departmentId: 'finance' })],
    ]),
    previousReports: new Map(),
    verified: new Map([
      ['dike-water', { progress: 80, count: null, month: '2023-11' }],
      ['dike-finance', { progress: 100, count: null, month: '2023-11' }],
    ]),
    evidence: new Map(),
    missed: new Map(),
    redMonthsBefore: new Map(),
    departments: new Map([
      ['water', { code: 'SWU', name: '区水务局' }],
      ['finance', { code: 'CZJ', name: '区财政局' }],
    ]),
    thresholds: parseLightThresholds({
      version: 1,
      farBehindPoints: 30,
      behindPoints: 10,
      dueSoonDays: 15,
      milestoneDueSoonDays: 15,
      missedReports: 2,
      aheadPacePoints: 10,
      behindPacePoints: 10,
    }),
    ...changes,
  };
}
