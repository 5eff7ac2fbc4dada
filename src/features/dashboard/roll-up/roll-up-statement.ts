import type { Day } from '../../../domain/calendar/day.js';
import type { RollUpLine, RollUpTotals } from './present-roll-up.js';

const LIVE: ReadonlySet<string> = new Set(['PENDING', 'ACCEPTED', 'ASSIGNED']);
/** So many names are spelt out in a sentence; more are counted. */
const NAMED = 5;

/** Takes the lines of a task; gives what they add up to. Returned and withdrawn ones owe nothing. */
export function totalsOf(lines: readonly RollUpLine[]): RollUpTotals {
  const inState = (state: string): number =>
    lines.filter(({ breakdown }) => breakdown.state === state).length;
  const withLight = (light: string | null): number =>
    lines.filter(({ today }) => today !== null && today.light === light).length;
  const live = lines.filter(({ breakdown }) => LIVE.has(breakdown.state));
  const progress = live.reduce((sum, { today }) => sum + (today?.verifiedProgress ?? 0), 0);
  return {
    receivers: live.length,
    pending: inState('PENDING'),
    accepted: inState('ACCEPTED'),
    assigned: inState('ASSIGNED'),
    returned: inState('RETURNED'),
    green: withLight('GREEN'),
    yellow: withLight('YELLOW'),
    red: withLight('RED'),
    done: withLight('DONE'),
    grey: withLight('GREY'),
    unjudged: withLight(null),
    overdue: lines.filter(({ today }) => (today?.overdueDays ?? 0) > 0).length,
    averageProgress: live.length === 0 ? null : Math.round(progress / live.length),
  };
}

/**
 * Takes the lines with their totals and the day; gives the sentence the lead may quote in its report: a draft of his own
 * statement, never put into a report by the program. Empty where nothing was handed down.
 */
export function statementOf(lines: readonly RollUpLine[], totals: RollUpTotals, today: Day): string {
  if (totals.receivers === 0) return '';
  const named = (test: (line: RollUpLine) => boolean): string => names(lines.filter(test));
  const taken = [
    counted(totals.assigned, '已分派'),
    counted(
      totals.accepted,
      '待分派',
      named(({ breakdown }) => breakdown.state === 'ACCEPTED'),
    ),
    counted(
      totals.pending,
      '待接收',
      named(({ breakdown }) => breakdown.state === 'PENDING'),
    ),
    counted(
      totals.returned,
      '另有退回',
      named(({ breakdown }) => breakdown.state === 'RETURNED'),
    ),
  ];
  const lights = [
    counted(totals.done, '已办结'),
    counted(totals.green, '绿灯'),
    counted(
      totals.yellow,
      '黄灯',
      named(({ today: now }) => now?.light === 'YELLOW'),
    ),
    counted(
      totals.red,
      '红灯',
      named(({ today: now }) => now?.light === 'RED'),
    ),
    counted(totals.grey, '不计灯'),
  ];
  const overdue = named(({ today: now }) => (now?.overdueDays ?? 0) > 0);
  const parts = [
    `本任务下达 ${totals.receivers} 个下辖市、区，${listed(taken)}`,
    ...(listed(lights) === '' ? [] : [`截至 ${today}，${listed(lights)}`]),
    ...(totals.overdue === 0 ? [] : [`逾期 ${totals.overdue} 个${overdue}`]),
    `平均核定进度 ${totals.averageProgress}%`,
  ];
  return `${parts.join('；')}。`;
}

function counted(n: number, word: string, who = ''): string {
  return n === 0 ? '' : `${word} ${n} 个${who}`;
}

function listed(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('，');
}

function names(lines: readonly RollUpLine[]): string {
  if (lines.length === 0) return '';
  const first = lines.slice(0, NAMED).map(({ breakdown }) => breakdown.receiver.name);
  return `（${first.join('、')}${lines.length > NAMED ? ' 等' : ''}）`;
}
