import { Injectable } from '@nestjs/common';
import { ownTryFailed, waitFor } from '../../domain/access/sign-in-throttle.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { signInBlocked } from './identity.errors.js';
import { SignInTime } from './sign-in-time.js';
import { ThrottleStore } from './throttle.store.js';

/** Passwords and codes asked of somebody who is signed in already: whoever sits down at his screen may not guess on and on. */
@Injectable()
export class OwnTries {
  constructor(
    private readonly throttle: ThrottleStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly time: SignInTime,
  ) {}

  /** Runs an attempt that throws when it is wrong. Refuses to look at it while too many were wrong (SIGN_IN_BLOCKED). */
  async counted<T>(accountId: string, attempt: () => Promise<T>): Promise<T> {
    const key = `own:${accountId}`;
    const now = this.time.now();
    // Counted before it is looked at, in a unit of its own: the attempt's refusal must not take the count back.
    await this.unitOfWork.run(async () => {
      const record = await this.throttle.take(key);
      const wait = waitFor(record, now);
      if (wait > 0) throw signInBlocked(wait);
      await this.throttle.write(key, ownTryFailed(record, now, this.time.rules));
    });
    const result = await attempt();
    await this.unitOfWork.run(() => this.throttle.clear(key));
    return result;
  }
}
