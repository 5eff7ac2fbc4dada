import { describe, expect, it } from '@jest/globals';
import { transportWord } from './transport-sentence.js';

describe('how news of work travels', () => {
  it('is told by the process that stands worst', () => {
    expect(transportWord(['IN_PROCESS']).sentence).toMatch(/^未用 Redis/);
    expect(transportWord(['REDIS', 'REDIS']).sentence).toMatch(/^Redis 已连通/);
    expect(transportWord(['REDIS_LOST']).sentence).toBe(
      'Redis 已断开，改由数据库轮询，任务不受影响，至多晚半分钟办理。',
    );
    const some = transportWord(['REDIS', 'REDIS_LOST', 'REDIS']);
    expect(some.kind).toBe('REDIS_LOST');
    expect(some.sentence).toContain('（3 个进程中的 1 个）');
  });
});
