import type { Day } from '../../domain/calendar/day.js';
import { Clock } from './clock.js';

/** What a demonstration holds: a day, and the time of day that counts for cut-offs on it. */
export interface HeldTime {
  day: Day;
  time: string;
}

/** The real clock read in the office's zone; `held` replaces today (never the instant) in demonstration data. */
export class OfficeClock extends Clock {
  private held: HeldTime | null = null;
  private readonly format: Intl.DateTimeFormat;

  constructor(zone: string) {
    super();
    this.format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
  }

  now(): number {
    return Date.now();
  }

  today(): Day {
    return this.held?.day ?? this.wall().slice(0, 10);
  }

  timeOfDay(): string {
    return this.held?.time ?? this.wall().slice(11, 16);
  }

  /** Today by the real clock, also while a day is held; the clock guard looks at this one. */
  realToday(): Day {
    return this.wall().slice(0, 10);
  }

  /** Holds the office day, or lets it go with null. Only `OfficeDay` calls this, after it has checked the data. */
  hold(held: HeldTime | null): void {
    this.held = held;
  }

  private wall(): string {
    return this.format.format(new Date());
  }
}
