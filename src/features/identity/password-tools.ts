import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { OwnTries } from './own-tries.js';
import { SessionStore } from './session.store.js';

/** What setting a password needs besides the accounts: the clock, the sessions it ends, the count of wrong tries. */
@Injectable()
export class PasswordTools {
  constructor(
    readonly clock: Clock,
    readonly sessions: SessionStore,
    readonly tries: OwnTries,
  ) {}
}
