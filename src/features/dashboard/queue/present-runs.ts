import type { DueSlotFacts } from './due-slots.js';
import { runHeld } from './queue.errors.js';
import type { RunFacts, RunProgress } from './queue-lists.service.js';
import { jobWord, slotWord, type SlotGround } from './queue-words.js';
import { RUN_WORDS, sentenceOf, type RunStanding } from './run-standing.js';

/** 办理进度 */
export class QueueProgressResponse {
  /** 已判定的任务项数 */
  done!: number;
  total!: number;
}

/** 一期任务 */
export class QueueRunResponse {
  /** 任务名称（代码） */
  job!: string;
  jobLabel!: string;
  slot!: string;
  slotLabel!: string;
  standing!: RunStanding;
  standingLabel!: string;
  /** 补跑 */
  isMadeUp!: boolean;
  /** 办理它的主机 */
  host!: string;
  /** 办理它的进程号 */
  pid!: string;
  /** 开始时刻，毫秒 */
  startedAt!: number;
  /** 办结时刻，毫秒 */
  finishedAt!: number | null;
  /** 无响应至此时刻即由其他进程接手，毫秒；不在办理的为空 */
  leaseUntil!: number | null;
  /** 办理次数 */
  attempts!: number;
  /** 最近一次失败的原因 */
  error!: string;
  /** 不知总数的为空 */
  progress!: QueueProgressResponse | null;
  canRetry!: boolean;
  version!: number;
}

/** 一页任务 */
export class QueueRunPageResponse {
  items!: QueueRunResponse[];
  next!: string | null;
}

/** 一期到期而未开始的任务 */
export class QueueDueSlotResponse {
  /** 任务名称（代码） */
  job!: string;
  jobLabel!: string;
  slot!: string;
  slotLabel!: string;
  dueOn!: string;
  /** WAITING 等待办理 · HELD 漏办过多，等待人工确认 */
  standing!: 'WAITING' | 'HELD';
  standingLabel!: string;
  /** 等待人工确认的怎么办；其余为空 */
  advice!: string;
}

/** 到期而未开始的任务，至多列 200 期 */
export class QueueDueSlotsResponse {
  items!: QueueDueSlotResponse[];
  total!: number;
}

const DUE = { WAITING: '等待办理', HELD: '等待人工确认' } as const;

export function presentRun({ run, standing, progress }: RunFacts, ground: SlotGround): QueueRunResponse {
  const { job, slot, owner, startedAt, finishedAt, leaseUntil, attempts, error, fence } = run;
  const [host = '', pid = ''] = owner.split('/');
  return {
    job,
    jobLabel: jobWord(job),
    slot,
    slotLabel: slotWord(slot, ground),
    standing,
    standingLabel: RUN_WORDS[standing],
    isMadeUp: run.madeUp === 1,
    host,
    pid,
    startedAt,
    finishedAt,
    leaseUntil: standing === 'RUNNING' ? leaseUntil : null,
    attempts,
    error: sentenceOf(error),
    progress: progress && presentProgress(progress),
    canRetry: standing === 'FAILED' || standing === 'STALLED',
    version: fence,
  };
}

function presentProgress({ done, total }: RunProgress): QueueProgressResponse {
  return { done, total };
}

export function presentDueSlot(
  { job, slot, dueOn, standing }: DueSlotFacts,
  ground: SlotGround,
): QueueDueSlotResponse {
  return {
    job,
    jobLabel: jobWord(job),
    slot,
    slotLabel: slotWord(slot, ground),
    dueOn,
    standing,
    standingLabel: DUE[standing],
    advice: standing === 'HELD' ? runHeld().message : '',
  };
}
