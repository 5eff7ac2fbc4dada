import type { Day } from '../../../domain/calendar/day.js';
import type { MonthCycle } from '../../../domain/cycle/month-cycle.js';
import type { MonthFigures } from '../workbench/month-figures.store.js';
import type { FigureView } from '../workbench/present-figure.js';
import type { BlockView, StageKind, StageState, StageView } from './present-timeline.js';
import type { RoundMoments } from './round-moments.store.js';

/** What the state of every step follows from. */
export interface TimelineFacts {
  today: Day;
  days: Pick<
    MonthCycle,
    'opensOn' | 'reportsDueOn' | 'reviewUntil' | 'freezeOn' | 'meetingOn' | 'minutesDueOn' | 'bulletinDueOn'
  >;
  moments: RoundMoments | null;
  reports: MonthFigures;
  /** Earlier months that are not frozen. */
  unfrozen: readonly string[];
  proposed: number;
  /** Makes a figure of the records behind a number. */
  list: (what: 'missing' | 'toReview' | 'proposed', n: number) => FigureView;
}

const LABELS: Readonly<Record<StageKind, string>> = {
  OPEN: '开启',
  REPORTS: '月报截止',
  REVIEW: '审核',
  FREEZE: '冻结',
  MEETING: '月调度会',
  MINUTES: '会议纪要',
  BULLETIN: '月通报',
};

const STATE_LABELS: Readonly<Record<StageState, string>> = {
  DONE: '已完成',
  NOW: '正在办理',
  AHEAD: '未到',
  LATE: '已过期限',
  UNKNOWN: '不在本系统登记',
};

/** The steps of a month with their days, what was done and what stands in the way: pure. */
export function stagesOf(facts: TimelineFacts): StageView[] {
  const { days } = facts;
  const round = facts.moments ?? NOT_OPEN;
  const stage = (kind: StageKind, plannedOn: Day, is: Done, blocks: BlockView[] = []): StageView => {
    const state = kind === 'MINUTES' ? 'UNKNOWN' : stateOf(is, plannedOn, facts);
    const { on: doneOn, at: doneAt } = is;
    return { stage: kind, label: LABELS[kind], plannedOn, doneOn, doneAt, state, stateLabel: STATE_LABELS[state], blocks }; // prettier-ignore
  };
  return [
    stage('OPEN', days.opensOn, { is: facts.moments !== null, on: null, at: round.openedAt }),
    stage('REPORTS', days.reportsDueOn, reported(facts), reportBlocks(facts)),
    stage('REVIEW', days.reviewUntil, done(isReviewed(facts)), reviewBlocks(facts)),
    stage(
      'FREEZE',
      days.freezeOn,
      { is: isFrozen(facts), on: null, at: round.frozenAt },
      freezeBlocks(facts),
    ),
    stage('MEETING', days.meetingOn, onDay(round.metOn), needsFreeze(facts)),
    stage('MINUTES', days.minutesDueOn, onDay(null)),
    stage('BULLETIN', days.bulletinDueOn, onDay(bulletinDay(facts)), bulletinBlocks(facts)),
  ];
}

const NOT_OPEN = { openedAt: null, frozenAt: null, metOn: null };

interface Done {
  is: boolean;
  on: Day | null;
  at: number | null;
}

const done = (is: boolean): Done => ({ is, on: null, at: null });
const onDay = (on: Day | null): Done => ({ is: on !== null, on, at: null });

function isFrozen({ moments }: TimelineFacts): boolean {
  return moments !== null && moments.frozenAt !== null;
}

/** The cut-off passes by itself, whether reports are in or not. */
function reported({ moments, today, days }: TimelineFacts): Done {
  return onDay(moments !== null && today > days.reportsDueOn ? days.reportsDueOn : null);
}

function isReviewed(facts: TimelineFacts): boolean {
  if (isFrozen(facts)) return true;
  return reported(facts).is && facts.reports.toReview === 0 && facts.reports.returned === 0;
}

function bulletinDay({ moments }: TimelineFacts): Day | null {
  return moments?.bulletinOn ?? moments?.publishedOn ?? null;
}

function stateOf({ is }: Done, plannedOn: Day, { today, moments }: TimelineFacts): StageState {
  if (is) return 'DONE';
  if (today > plannedOn) return 'LATE';
  return moments !== null && today === plannedOn ? 'NOW' : 'AHEAD';
}

function reportBlocks({ reports, moments, list }: TimelineFacts): BlockView[] {
  if (moments === null || reports.missing === 0) return [];
  return [{ text: `${reports.missing} 份月报未报送`, figure: list('missing', reports.missing) }];
}

function reviewBlocks(facts: TimelineFacts): BlockView[] {
  const { reports, list } = facts;
  if (isFrozen(facts)) return [];
  const back: BlockView = { text: `${reports.returned} 份月报退回未重报`, figure: null };
  const waiting: BlockView = {
    text: `${reports.toReview} 份月报待审核`,
    figure: list('toReview', reports.toReview),
  };
  return [...(reports.toReview > 0 ? [waiting] : []), ...(reports.returned > 0 ? [back] : [])];
}

function freezeBlocks(facts: TimelineFacts): BlockView[] {
  const { days, today, unfrozen } = facts;
  if (isFrozen(facts)) return [];
  const early: BlockView = { text: `须到当月最后一日 ${days.freezeOn} 方可冻结`, figure: null };
  const before: BlockView = { text: `${unfrozen.join('、')} 尚未冻结，须先冻结`, figure: null };
  return [...(today < days.freezeOn ? [early] : []), ...(unfrozen.length > 0 ? [before] : [])];
}

function needsFreeze(facts: TimelineFacts): BlockView[] {
  return isFrozen(facts) ? [] : [{ text: '当月尚未冻结', figure: null }];
}

function bulletinBlocks(facts: TimelineFacts): BlockView[] {
  const { proposed, list } = facts;
  if (bulletinDay(facts) !== null) return [];
  const waiting: BlockView = {
    text: `${proposed} 份通报、约谈文书待批准`,
    figure: list('proposed', proposed),
  };
  return [...needsFreeze(facts), ...(proposed > 0 ? [waiting] : [])];
}
