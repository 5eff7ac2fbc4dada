import { Redis } from 'ioredis';

/** A command that takes longer has failed for us; whether Redis did it does not matter, since bells may ring twice. */
const COMMAND_MS = 1_500;
const CONNECT_MS = 5_000;
const LONGEST_PAUSE_MS = 3_000;
/** How long a connection that is being closed waits for the other end; the timer stays even where there is none any more. */
const CLOSE_MS = 200;

/** Comes back by itself for as long as the process lives. */
function pause(times: number): number {
  return Math.min(100 * 2 ** Math.min(times, 10), LONGEST_PAUSE_MS);
}

/** A connection that rings: nothing waits in it while Redis is away, and no command longer than a moment. */
export function ringingRedis(url: string): Redis {
  return new Redis(url, {
    enableOfflineQueue: false,
    commandTimeout: COMMAND_MS,
    connectTimeout: CONNECT_MS,
    disconnectTimeout: CLOSE_MS,
    maxRetriesPerRequest: null,
    retryStrategy: pause,
  });
}

/** A connection that waits for bells; BullMQ wants its commands to survive a reconnection. */
export function listeningRedis(url: string): Redis {
  return new Redis(url, {
    connectTimeout: CONNECT_MS,
    disconnectTimeout: CLOSE_MS,
    maxRetriesPerRequest: null,
    retryStrategy: pause,
  });
}

/** What is set in a Redis so that it may lose bells, in the operator's words; pure. Takes the answer of INFO. */
export function weaknessesOf(info: string): string[] {
  const value = (name: string): string | undefined => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];
  const policy = value('maxmemory_policy');
  return [
    ...(value('aof_enabled') === '0'
      ? [
          'Redis 未开启 AOF（appendonly yes）：Redis 重启后提醒信号会丢失，任务要等下一次轮询（一分钟内）才办理。',
        ]
      : []),
    ...(policy !== undefined && policy !== 'noeviction'
      ? [`Redis 的 maxmemory-policy 为 ${policy}：内存不足时会淘汰信号，请改为 noeviction。`]
      : []),
  ];
}
