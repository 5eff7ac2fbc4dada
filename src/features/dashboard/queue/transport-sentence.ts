/** IN_PROCESS: no queue server · REDIS: connected · REDIS_LOST: the tables alone. */
export type TransportKind = 'IN_PROCESS' | 'REDIS' | 'REDIS_LOST';

/** How the news of new work reaches those who do it, in a sentence. */
export interface TransportWord {
  kind: TransportKind;
  sentence: string;
}

/** Pure: takes how each living process stands to the queue server; one that has lost it is told of before all else. */
export function transportWord(kinds: readonly TransportKind[]): TransportWord {
  const lost = kinds.filter((kind) => kind === 'REDIS_LOST').length;
  if (lost > 0) {
    const who = lost < kinds.length ? `（${kinds.length} 个进程中的 ${lost} 个）` : '';
    const sentence = `Redis 已断开${who}，改由数据库轮询，任务不受影响，至多晚半分钟办理。`;
    return { kind: 'REDIS_LOST', sentence };
  }
  if (kinds.includes('REDIS')) {
    return { kind: 'REDIS', sentence: 'Redis 已连通，新任务随到随办；另有数据库轮询每半分钟兜底。' };
  }
  return {
    kind: 'IN_PROCESS',
    sentence: '未用 Redis：新任务由本进程随到随办，另有数据库轮询每半分钟兜底。',
  };
}
