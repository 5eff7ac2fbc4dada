/** What Redis, its client and the network say when it cannot be used, and what that means for whoever looks after it. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/ECONNREFUSED/, '拒绝连接，Redis 可能没有启动'],
  [/ENOTFOUND|EAI_AGAIN/, '找不到这台主机，请核对 REDIS_URL'],
  [/ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|timed? ?out/i, '没有应答，请检查网络和防火墙'],
  [/NOAUTH|WRONGPASS|NOPERM/, '口令或者权限不对，请核对 REDIS_URL'],
  [/\bOOM\b/, '内存已满，请加大 maxmemory'],
  [/MISCONF/, '不能落盘，请检查 Redis 的磁盘'],
  [/READONLY/, '连到了只读的副本，请核对 REDIS_URL'],
  [/LOADING/, '正在载入数据，稍后自动恢复'],
  [/ECONNRESET|EPIPE|connection (is )?closed/i, '连接中断，正在重新连接'],
];

/** Takes the reason as it was told; gives it with its meaning in front. What is not known stays as it is. */
export function redisReason(told: string): string {
  const meaning = MEANINGS.find(([pattern]) => pattern.test(told))?.[1];
  return meaning === undefined ? told : `${meaning}（${told}）`;
}
