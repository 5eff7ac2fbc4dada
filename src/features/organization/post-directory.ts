import { Injectable } from '@nestjs/common';
import { ActorDirectory } from '../../platform/auth/actor-directory.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { PostStore } from './post.store.js';

/** Answers who holds a post today; fills in the platform's port. */
@Injectable()
export class PostDirectory extends ActorDirectory {
  constructor(
    private readonly posts: PostStore,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** A vacant post has no one who could act; it is unknown like one that never was. */
  async actorOf(postCode: string): Promise<Pick<Actor, 'post' | 'role' | 'departmentId' | 'holder'> | null> {
    const post = await this.posts.heldOn(postCode, this.clock.today());
    if (!post) return null;
    return { post: post.code, role: post.kind, departmentId: post.departmentId, holder: post.holder };
  }
}
