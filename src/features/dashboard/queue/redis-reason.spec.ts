import { describe, expect, it } from '@jest/globals';
import { redisReason } from './redis-reason.js';

describe('why Redis cannot be used', () => {
  it.each([
    ['connect ECONNREFUSED 127.0.0.1:6379', '拒绝连接，Redis 可能没有启动'],
    ['getaddrinfo ENOTFOUND redis', '找不到这台主机，请核对 REDIS_URL'],
    ['connect ETIMEDOUT', '没有应答，请检查网络和防火墙'],
    ['Command timed out', '没有应答，请检查网络和防火墙'],
    ['NOAUTH Authentication required.', '口令或者权限不对，请核对 REDIS_URL'],
    ["OOM command not allowed when used memory > 'maxmemory'.", '内存已满，请加大 maxmemory'],
    ['MISCONF Redis is configured to save RDB snapshots', '不能落盘，请检查 Redis 的磁盘'],
    ["READONLY You can't write against a read only replica.", '连到了只读的副本，请核对 REDIS_URL'],
    ['LOADING Redis is loading the dataset in memory', '正在载入数据，稍后自动恢复'],
    ['Connection is closed.', '连接中断，正在重新连接'],
  ])('says of “%s” what it means and keeps the words', (told, meaning) => {
    expect(redisReason(told)).toBe(`${meaning}（${told}）`);
  });

  it.each(['', 'something nobody has met'])('leaves “%s” as it is', (told) =>
    expect(redisReason(told)).toBe(told),
  );
});
