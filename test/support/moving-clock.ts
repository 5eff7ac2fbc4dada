import type { INestApplicationContext } from '@nestjs/common';
import { OfficeClock } from '../../src/platform/clock/office-clock.js';

/** The clock of a started program, standing still until a test moves it on; hours pass without waiting. */
export class MovingClock {
  instant: number;

  constructor(app: INestApplicationContext) {
    const clock = app.get(OfficeClock);
    this.instant = clock.now();
    clock.now = () => this.instant;
  }

  /** Moves the clock on by milliseconds. */
  pass(ms: number): void {
    this.instant += ms;
  }
}
