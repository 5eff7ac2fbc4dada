import type { RequestWithActor } from '../../auth/access.guard.js';

/** Who may listen to the progress of a request: the session it was made in, in the same post. */
export function ownerOf({ session, actor }: Pick<RequestWithActor, 'session' | 'actor'>): string {
  return `${session?.id ?? ''} ${actor?.post ?? ''}`;
}
