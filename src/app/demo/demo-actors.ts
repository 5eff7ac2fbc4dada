import { actAs } from '../../platform/auth/actor-context.js';
import type { ActorDirectory } from '../../platform/auth/actor-directory.js';
import { systemActor } from '../../platform/auth/actor.js';
import { newId } from '../../platform/database/id.js';
import { demoDeedUnknown } from './demo.errors.js';

const ADDRESS = 'demo';

/** Does deeds in the name of posts, by whoever holds them on the office day. */
export class DemoActors {
  constructor(private readonly directory: ActorDirectory) {}

  /** Refuses a post that nobody holds on the day. */
  async as<T>(post: string, deed: () => Promise<T>): Promise<T> {
    const known = await this.directory.actorOf(post);
    if (!known) throw demoDeedUnknown(`岗位 ${post}`);
    return actAs({ ...known, requestId: newId(), address: ADDRESS }, deed);
  }

  /** Set-up work, before there are posts. */
  asSystem<T>(deed: () => Promise<T>): Promise<T> {
    return actAs(systemActor(ADDRESS, newId()), deed);
  }
}
