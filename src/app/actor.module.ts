import { Global, Module } from '@nestjs/common';
import { OrganizationModule } from '../features/organization/organization.module.js';
import { PostDirectory } from '../features/organization/post-directory.js';
import { ActorDirectory } from '../platform/auth/actor-directory.js';

/** Joins the platform's question "who holds this post today" to the feature that keeps the posts. */
@Global()
@Module({
  imports: [OrganizationModule],
  providers: [{ provide: ActorDirectory, useExisting: PostDirectory }],
  exports: [ActorDirectory],
})
export class ActorModule {}
