import { currentActor } from '../../platform/auth/actor-context.js';
import type { AccountRecord } from './account.store.js';
import { ownAccount } from './identity.errors.js';

/** Refuses one's own account: whoever could reset or disable his own could undo what another administrator did. */
export function requireForeign({ duty, username }: AccountRecord): void {
  if (currentActor().post === `${duty}/${username}`) throw ownAccount();
}
