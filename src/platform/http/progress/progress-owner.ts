import type { RequestWithActor } from '../../auth/access.guard.js';

/** Who may listen to the progress of a request: the same post, as held by the same person. */
export function ownerOf({ actor }: RequestWithActor): string {
  return actor ? `${actor.post} ${actor.holder}` : '';
}
