import { COUNTER_WORDS, TALLIED, type CounterKey } from './counters.js';
import type { SelfCheckOverview } from './self-check.service.js';

type CounterState = 'OK' | 'ALARM' | 'NOTE' | 'UNKNOWN';

const HARMLESS: ReadonlySet<string> = new Set(TALLIED);

/** 一项应为 0 的计数 */
export class CounterResponse {
  key!: string;
  title!: string;
  /** 尚未自检或者未能检查为 null */
  value!: number | null;
  /** 状态：OK 正常 · ALARM 须处理 · NOTE 已被拒绝、没有造成损害，留意即可 · UNKNOWN 未检查 */
  state!: CounterState;
  /** 不为 0 时怎么办 */
  advice!: string;
}

/** 一处锚点存放的地方 */
export class AnchorPlaceResponse {
  /** 存放处：folder:目录 · mail:邮箱 · log 日志 */
  place!: string;
  /** 频次：hour 每小时 · day 每天 */
  every!: 'hour' | 'day';
  /** 最近一次送达的时刻，毫秒；从未送达为 null */
  sentAt!: number | null;
  /** 最近一次送达的锚点指到第几条审计记录 */
  seq!: number | null;
  isOverdue!: boolean;
  lastError!: string | null;
}

/** 运行自检的结果 */
export class SelfCheckResponse {
  /** 最近一次自检的时刻，毫秒；从未自检为 null */
  checkedAt!: number | null;
  seconds!: number | null;
  /** 超过两小时没有自检 */
  isStale!: boolean;
  /** 最近一次自检发现的问题 */
  problems!: string[];
  counters!: CounterResponse[];
  anchors!: AnchorPlaceResponse[];
  /** 锚点设置中须改的地方 */
  warnings!: string[];
  /** 发现问题时是否发邮件通知 */
  hasAlertMail!: boolean;
}

/** The overview as a page shows it. */
export function presentSelfCheck(overview: SelfCheckOverview): SelfCheckResponse {
  const { last, isStale, counters, anchors, hasAlertMail } = overview;
  return {
    checkedAt: last?.at ?? null,
    seconds: last && Math.round(last.milliseconds / 100) / 10,
    isStale,
    problems: [...(last?.problems ?? [])],
    counters: (Object.keys(COUNTER_WORDS) as CounterKey[]).map((key) => presentCounter(key, counters[key])),
    anchors: anchors.places.map(({ name, every, sentAt, seq, isOverdue, lastError }) => ({
      place: name,
      every,
      sentAt,
      seq,
      isOverdue,
      lastError,
    })),
    warnings: [...anchors.warnings],
    hasAlertMail,
  };
}

function presentCounter(key: CounterKey, value: number | null): CounterResponse {
  const { title, advice } = COUNTER_WORDS[key];
  return { key, title, value, state: stateOf(key, value), advice };
}

function stateOf(key: CounterKey, value: number | null): CounterState {
  if (value === null) return 'UNKNOWN';
  if (value === 0) return 'OK';
  return HARMLESS.has(key) ? 'NOTE' : 'ALARM';
}
