import type { ProcessFacts, QueueOverview } from './queue-overview.service.js';
import { countersOf, problemsOf, processAdvice } from './queue-advice.js';

/** 应为 0 的计数 */
export class QueueCounterResponse {
  /** 计数的代码，如 failedSlots */
  key!: string;
  label!: string;
  count!: number;
  /** 不为 0 时怎么办；为 0 的为空 */
  advice!: string;
}

/** 一个进程 */
export class QueueProcessResponse {
  id!: string;
  /** APP 应用进程 · WORKER 办理进程 */
  role!: 'APP' | 'WORKER';
  roleLabel!: string;
  /** 办理定时任务、事项和送达；否则只答复页面 */
  works!: boolean;
  host!: string;
  /** 进程号 */
  pid!: number;
  version!: string;
  /** IN_PROCESS 未用 Redis · REDIS 已连通 · REDIS_LOST 已断开，由数据库轮询 */
  transport!: 'IN_PROCESS' | 'REDIS' | 'REDIS_LOST';
  transportLabel!: string;
  /** 启动时刻，毫秒 */
  startedAt!: number;
  /** 最近报到时刻，毫秒 */
  seenAt!: number;
  /** ALIVE 正常 · LOST 失联 · REPLACED 已由新进程接替 */
  standing!: 'ALIVE' | 'LOST' | 'REPLACED';
  standingLabel!: string;
  /** 失联的怎么办；其余为空 */
  advice!: string;
}

/** 新任务如何通知到办理进程 */
export class QueueTransportResponse {
  /** IN_PROCESS 未用 Redis · REDIS 已连通 · REDIS_LOST 已断开，由数据库轮询 */
  kind!: 'IN_PROCESS' | 'REDIS' | 'REDIS_LOST';
  sentence!: string;
  /** Redis 或者其客户端所述的原因；未断开的为空 */
  reason!: string;
}

/** 后台任务总况 */
export class QueueOverviewResponse {
  /** 查询时刻，毫秒 */
  at!: number;
  /** 须由人处置的事项，逐条一句话 */
  problems!: string[];
  counters!: QueueCounterResponse[];
  /** 正在办理的任务数 */
  runsUnderWay!: number;
  /** 等待办理的事项数 */
  eventsWaiting!: number;
  /** 等待送达的邮件、群消息数 */
  deliveriesWaiting!: number;
  transport!: QueueTransportResponse;
  /** 近一日报到过的进程 */
  processes!: QueueProcessResponse[];
}

const ROLES = { APP: '应用进程', WORKER: '办理进程' } as const;
const TRANSPORTS = { IN_PROCESS: '未用 Redis', REDIS: 'Redis 已连通', REDIS_LOST: 'Redis 已断开' } as const;
const STANDINGS = { ALIVE: '正常', LOST: '失联', REPLACED: '已由新进程接替' } as const;

/** The top of the page. */
export function presentOverview(overview: QueueOverview): QueueOverviewResponse {
  const { at, runsUnderWay, eventsWaiting, deliveriesWaiting, transport, processes } = overview;
  const { kind, sentence, reason } = transport;
  return {
    at,
    problems: problemsOf(overview),
    counters: countersOf(overview),
    runsUnderWay,
    eventsWaiting,
    deliveriesWaiting,
    transport: { kind, sentence, reason },
    processes: processes.map(presentProcess),
  };
}

function presentProcess(process: ProcessFacts): QueueProcessResponse {
  const { id, host, pid, version, startedAt, seenAt, standing } = process;
  const role = process.role as keyof typeof ROLES;
  const transport = process.transport as keyof typeof TRANSPORTS;
  return {
    id,
    role,
    roleLabel: ROLES[role],
    works: process.works === 1,
    host,
    pid,
    version,
    transport,
    transportLabel: TRANSPORTS[transport],
    startedAt,
    seenAt,
    standing,
    standingLabel: STANDINGS[standing],
    advice: processAdvice(standing),
  };
}
