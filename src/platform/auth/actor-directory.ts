import type { Actor } from './actor.js';

/** Who holds which post today. Declared here, answered by the feature that keeps the posts, joined in the app. */
export abstract class ActorDirectory {
  /** The actor of a post code, with the person who holds it today; null when there is no such post today. */
  abstract actorOf(
    postCode: string,
  ): Promise<Pick<Actor, 'post' | 'role' | 'departmentId' | 'jurisdiction' | 'holder'> | null>;
}
