import type { Day } from '../../src/domain/calendar/day.js';
import { OfficeClock } from '../../src/platform/clock/office-clock.js';

/** A clock a test sets by hand; the held day works as in the real one. */
export class TestClock extends OfficeClock {
  constructor(
    public instant = Date.UTC(2023, 0, 10, 2, 0),
    private day: Day | null = null,
  ) {
    super('Asia/Shanghai');
  }

  override now(): number {
    return this.instant;
  }

  override today(): Day {
    return this.day ?? super.today();
  }

  /** Moves the clock on by milliseconds. */
  pass(ms: number): void {
    this.instant += ms;
  }
}
