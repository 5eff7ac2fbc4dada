import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { SessionStore } from './session.store.js';

/** What setting a password needs besides the accounts: the clock, and the sessions it ends. */
@Injectable()
export class PasswordTools {
  constructor(
    readonly clock: Clock,
    readonly sessions: SessionStore,
  ) {}
}
