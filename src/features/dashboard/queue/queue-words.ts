import { isMonth } from '../../../domain/calendar/month.js';
import { monthInWords } from '../../../domain/calendar/words.js';
import { wallIn } from '../../../platform/clock/zone-days.js';

/** What the office calls the jobs; held complete by test/api/queue.spec.ts. */
const JOBS: Readonly<Record<string, string>> = {
  anchors: '审计锚点外存',
  backup: '定时备份',
  'dispatch.chase': '按日检查并催办',
  'dispatch.freeze': '月末冻结',
  'dispatch.freeze-shard': '月末冻结（分段）',
  'dispatch.notices': '决策、出庭事项提醒',
  'dispatch.open': '开启月调度',
  'evidence.sweep': '清理无主文件',
  'identity.upkeep': '停用久未登录的账号',
  'reporting.open-forms': '开启月报',
  'self-check': '运行自检',
};

/** What it calls the events. */
const EVENTS: Readonly<Record<string, string>> = {
  'closeout.decided': '办结审批结果告知台账',
  'deadline.changed': '时限变更后重算提醒',
  'evidence.cited': '登记佐证材料的引用',
  'reminders.issued': '提醒汇总成件',
  'report.corrected': '月报更正后更正台账',
};

const SLOT_PARTS: Readonly<Record<string, string>> = { registers: '全部登记簿' };

/** A job in Chinese; one that is not known here keeps its own name, so that it is shown all the same. */
export function jobWord(job: string): string {
  return JOBS[job] ?? job;
}

/** An event's topic in Chinese, like `jobWord`. */
export function eventWord(topic: string): string {
  return EVENTS[topic] ?? topic;
}

/** What slots are named by. */
export interface SlotGround {
  /** Codes of ledgers by their ids. */
  codes: ReadonlyMap<string, string>;
  /** The office's time zone. */
  zone: string;
}

/**
 * A slot in words: a ledger's id becomes its code, a month is written out, an hour or minute, which slots count in UTC, is that
 * of the office's clocks, anything else is left as it is.
 */
export function slotWord(slot: string, { codes, zone }: SlotGround): string {
  return slot
    .split('/')
    .map((part) => codes.get(part) ?? SLOT_PARTS[part] ?? timeWord(part, zone))
    .join(' · ');
}

function timeWord(part: string, zone: string): string {
  if (isMonth(part)) return monthInWords(part);
  const [, hour, minute = ':00'] = /^(\d{4}-\d\d-\d\dT\d\d)(:\d\d)?$/.exec(part) ?? [];
  return hour === undefined ? part : wallIn(zone, Date.parse(`${hour}${minute}Z`)).slice(0, 16);
}
