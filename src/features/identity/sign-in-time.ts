import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { AccessConfig } from './access-config.js';

/** The clock and the rules of failed sign-ins, which are always asked together. */
@Injectable()
export class SignInTime {
  constructor(
    private readonly clock: Clock,
    private readonly config: AccessConfig,
  ) {}

  now(): number {
    return this.clock.now();
  }

  get rules() {
    return this.config.signIn;
  }
}
