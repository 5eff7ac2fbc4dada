import { addDays, addMonths, type Day } from '../calendar/day.js';
import { addWorkingDays } from '../calendar/working-calendar.js';
import { deadlineOf, type Anchor, type Deadline, type DeadlineContext } from './deadline.js';
import { unreadTail } from './deadline-verbs.js';

const RELATIVE =
  /^(?:自|从)?([\p{Script=Han}]{1,12}?)(?:之日|当日|次日|之后|以后|后|起)+(?:算|计算)?(?:的)?(\d{1,4})(个?工作日|个?自然日|日|天|周|个?月|年)(?:以内|之内|内)?(?:前)?(.*)$/u;

const ANCHORS: readonly (readonly [RegExp, Anchor])[] = [
  [/^(?:本?(?:文件?|通知|方案|台账|清单|要点|意见))?(?:印发|发布|下发|公布|发文|制发)$/, 'issued'],
  [/^(?:收到|接到|接|收)[\p{Script=Han}]{0,8}$/u, 'received'],
  [/^交办$/, 'received'],
  [/^(?:决策|决定)(?:作出|做出|印发|公布)?$|^[作做]出(?:决策|决定)$/, 'decision'],
  [/^(?:[\p{Script=Han}]{0,4}会议?|会)(?:召开|结束|闭幕)?$/u, 'meeting'],
];

// Ten years: beyond it the number is a slip of the pen.
const MOST = { day: 3660, workday: 2500, month: 120 } as const;

const UNITS: Readonly<Record<string, { unit: 'day' | 'workday' | 'month'; factor: number }>> = {
  工作日: { unit: 'workday', factor: 1 },
  自然日: { unit: 'day', factor: 1 },
  日: { unit: 'day', factor: 1 },
  天: { unit: 'day', factor: 1 },
  周: { unit: 'day', factor: 7 },
  月: { unit: 'month', factor: 1 },
  年: { unit: 'month', factor: 12 },
};

/**
 * Reads 印发后30日内, 收到通知后10个工作日内. Only the day of issue is known here, so only 印发 gives a due day; the day
 * of the event itself is not counted (民法典第201条). Null where the phrase has no such shape.
 */
export function readRelative(text: string, context: DeadlineContext): Deadline | null {
  const match = RELATIVE.exec(text);
  const anchor = ANCHORS.find(([pattern]) => pattern.test(match?.[1] ?? ''))?.[1];
  const measure = UNITS[(match?.[3] ?? '').replace('个', '')];
  if (!match || !anchor || !measure) return null;
  const reasons = unreadTail(match[4] ?? '');
  const n = Number(match[2]) * measure.factor;
  const { due, reason } =
    anchor === 'issued' ? reckon(n, measure.unit, context) : { due: null, reason: undefined };
  return deadlineOf(
    'relative',
    { due, anchor, n, unit: measure.unit },
    reason === undefined ? reasons : [reason, ...reasons],
  );
}

function reckon(
  n: number,
  unit: 'day' | 'workday' | 'month',
  context: DeadlineContext,
): { due: Day | null; reason?: string } {
  const { issuedOn, calendar } = context;
  if (!issuedOn) return { due: null, reason: '没有印发日期，无法推算' };
  if (n > MOST[unit]) return { due: null, reason: '期限过长，请核对' };
  if (unit === 'day') return { due: addDays(issuedOn, n) };
  if (unit === 'month') return { due: addMonths(issuedOn, n) };
  if (!calendar) return { due: null, reason: '没有工作日历，无法推算工作日' };
  const reckoned = addWorkingDays(calendar, issuedOn, n);
  return {
    due: reckoned.day,
    ...(reckoned.status === 'FINAL' ? {} : { reason: '所涉年份节假日安排未公布，日期为暂定' }),
  };
}
