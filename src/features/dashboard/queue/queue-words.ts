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

/**
 * A slot in words: a ledger's id becomes its code, a month is written out, anything else is left as it is. `codes` is the
 * codes of ledgers by their ids.
 */
export function slotWord(slot: string, codes: ReadonlyMap<string, string>): string {
  return slot
    .split('/')
    .map((part) => codes.get(part) ?? SLOT_PARTS[part] ?? timeWord(part))
    .join(' · ');
}

function timeWord(part: string): string {
  const month = /^(\d{4})-(\d\d)$/.exec(part);
  if (month) return `${month[1]}年${Number(month[2])}月`;
  const time = /^(\d{4}-\d\d-\d\d)T(\d\d)(:\d\d)?$/.exec(part);
  return time ? `${time[1]} ${time[2]}${time[3] ?? '时'}（世界时）` : part;
}
