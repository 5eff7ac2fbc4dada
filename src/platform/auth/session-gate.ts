import type { MustDo } from '../../domain/access/second-factor.js';
import type { Actor } from './actor.js';

/** A session as the guard needs it. */
export interface OpenSession {
  id: string;
  accountId: string;
  /** Who acts: the chosen post, the administrator's duty, or a visitor where no post is held today. */
  actor: Actor;
  /** Until this is done, only the person's own session may be dealt with; null: nothing stands in the way. */
  mustDo: MustDo | null;
}

/** Why a token opens nothing. */
export type ClosedReason = 'UNKNOWN' | 'IDLE' | 'EXPIRED' | 'ENDED';

/** From where a request comes. */
export interface CallerTraits {
  address: string;
  requestId: string;
}

/** Opens sessions by their token. Declared here, answered by the feature that keeps accounts, joined in the app. */
export abstract class SessionGate {
  /** Asked by every request, so that a change of post, a disabled account and an ended session count at once. */
  abstract open(token: string, caller: CallerTraits): Promise<OpenSession | ClosedReason>;
}
