/** How long a session lasts; config/access.yaml. GB/T 22239-2019 8.1.4.1 b: end it after idleness. */
export interface SessionLimits {
  idleMinutes: number;
  /** Hours after which it ends however busy it was. */
  absoluteHours: number;
}

/** The instants of a session, in milliseconds. */
export interface SessionTimes {
  seenAt: number;
  expiresAt: number;
  endedAt: number | null;
}

export type SessionStanding = 'LIVE' | 'IDLE' | 'EXPIRED' | 'ENDED';

/** Whether a session still counts now, and if not why. */
export function sessionStanding(times: SessionTimes, now: number, limits: SessionLimits): SessionStanding {
  if (times.endedAt !== null) return 'ENDED';
  if (now >= times.expiresAt) return 'EXPIRED';
  return now - times.seenAt >= limits.idleMinutes * 60_000 ? 'IDLE' : 'LIVE';
}

/** The last instant of a session that begins now. */
export function sessionEnd(now: number, limits: SessionLimits): number {
  return now + limits.absoluteHours * 3_600_000;
}
