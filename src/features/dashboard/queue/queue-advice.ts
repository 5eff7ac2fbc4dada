import type { ProcessStanding } from './process-standing.js';
import type { QueueOverview } from './queue-overview.service.js';

/** Each counter that must be 0: what it counts, and what to do where it is not. */
const COUNTERS = {
  failedSlots: ['失败的任务', '请看下方“定时任务”中的原因；系统每半分钟自动再试，原因消除后也可以立即重试。'],
  abandonedRuns: ['无人接手的任务', '办理它的进程已停而没有进程接手，请确认至少有一个办理任务的进程在运行。'],
  outboxOverdue: [
    '等待超过一小时的待发事项',
    '请看下方“待发事项”中的原因；没有原因的，请确认有进程在办理任务。',
  ],
  outboxDead: ['已放弃的待发事项', '多次重试仍未办成，请按所列原因处置后重试。'],
  deliveriesGivenUp: ['未能送达的提醒', '请核对邮箱、群机器人后重试，或者请办公室当面送达。'],
  processesLost: [
    '失联的进程',
    '请到所列主机上查看服务是否在运行，必要时重新启动；未办完的任务由其他进程接手。',
  ],
} as const;

/** A counter as the page shows it. */
export interface Counter {
  key: string;
  label: string;
  count: number;
  /** Empty where the counter is 0. */
  advice: string;
}

type CounterKey = keyof typeof COUNTERS;

/** Pure: the counters in the order of the page; advice only where a counter is not 0. */
export function countersOf({ standing, givenUp, processes }: QueueOverview): Counter[] {
  const { failedSlots, abandonedRuns, outboxOverdue, outboxDead } = standing;
  const processesLost = processes.filter((process) => process.standing === 'LOST').length;
  const counts = {
    failedSlots,
    abandonedRuns,
    outboxOverdue,
    outboxDead,
    deliveriesGivenUp: givenUp,
    processesLost,
  };
  return (Object.keys(COUNTERS) as CounterKey[]).map((key) => {
    const [label, advice] = COUNTERS[key];
    return { key, label, count: counts[key], advice: counts[key] === 0 ? '' : advice };
  });
}

/** Pure: what the counters do not say: nobody works, the clock is not believed, or two versions run beside each other. */
export function problemsOf({ processes, clockFault }: QueueOverview): string[] {
  const alive = processes.filter(({ standing }) => standing === 'ALIVE');
  const versions = [...new Set(alive.map(({ version }) => version))].sort();
  return [
    ...(clockFault === null ? [] : [clockFault]),
    ...(alive.some(({ works }) => works === 1)
      ? []
      : [
          '目前没有进程在办理任务，请启动办理进程（npm run worker），或者去掉应用进程的 DIAODU_JOBS=off 后重新启动。',
        ]),
    ...(versions.length > 1 ? [`各进程版本不一致（${versions.join('、')}），请尽快更新到同一版本。`] : []),
  ];
}

/** What to do about a process that is not heard of any more; empty where nothing is. */
export function processAdvice(standing: ProcessStanding): string {
  if (standing === 'LOST') return COUNTERS.processesLost[1];
  return standing === 'REPLACED' ? '无需处置，一日后不再列出。' : '';
}
