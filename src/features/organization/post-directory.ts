import { Injectable } from '@nestjs/common';
import { WHOLE_INSTALLATION } from '../../domain/access/jurisdiction.js';
import { ActorDirectory } from '../../platform/auth/actor-directory.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { DepartmentStore } from './department.store.js';
import { PostStore } from './post.store.js';

type Known = Pick<Actor, 'post' | 'role' | 'departmentId' | 'jurisdiction' | 'holder'>;

/** Answers who holds a post today; fills in the platform's port. */
@Injectable()
export class PostDirectory extends ActorDirectory {
  constructor(
    private readonly posts: PostStore,
    private readonly departments: DepartmentStore,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** A vacant post has no one who could act; it is unknown like one that never was. */
  async actorOf(postCode: string): Promise<Known | null> {
    const post = await this.posts.heldOn(postCode, this.clock.today());
    if (!post) return null;
    const { departmentId, holder } = post;
    const department = await this.departments.byId(departmentId);
    const jurisdiction = department?.jurisdiction ?? WHOLE_INSTALLATION;
    return { post: post.code, role: post.kind, departmentId, jurisdiction, holder };
  }
}
