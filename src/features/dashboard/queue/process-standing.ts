import type { ProcessSeen } from '../../../platform/jobs/process-seen.entity.js';

/** 正常 · 失联 · 失联，但同一主机上已有新进程接替. */
export type ProcessStanding = 'ALIVE' | 'LOST' | 'REPLACED';

/** Processes say twice a minute that they are there. */
const LOST_AFTER_MS = 120_000;

type Sign = Pick<ProcessSeen, 'id' | 'role' | 'host' | 'startedAt' | 'seenAt'>;

/**
 * Pure: how a process stands. One not heard of for two minutes is lost; it is replaced once a later one of the same role
 * on the same machine is there, as after a restart.
 */
export function processStanding(process: Sign, all: readonly Sign[], now: number): ProcessStanding {
  if (isAlive(process, now)) return 'ALIVE';
  const isReplaced = all.some(
    (other) =>
      other.id !== process.id &&
      other.host === process.host &&
      other.role === process.role &&
      other.startedAt > process.seenAt &&
      isAlive(other, now),
  );
  return isReplaced ? 'REPLACED' : 'LOST';
}

function isAlive({ seenAt }: Sign, now: number): boolean {
  return now - seenAt < LOST_AFTER_MS;
}
