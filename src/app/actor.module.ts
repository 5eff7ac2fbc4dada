import { Global, Module } from '@nestjs/common';
import { IdentityModule } from '../features/identity/identity.module.js';
import { SessionService } from '../features/identity/session.service.js';
import { OrganizationModule } from '../features/organization/organization.module.js';
import { PostDirectory } from '../features/organization/post-directory.js';
import { ActorDirectory } from '../platform/auth/actor-directory.js';
import { SessionCookies } from '../platform/auth/session-cookie.js';
import { SessionGate } from '../platform/auth/session-gate.js';
import { Settings } from '../platform/config/settings.js';

/** Joins the platform's questions "who holds this post today" and "whose session is this" to the features that know. */
@Global()
@Module({
  imports: [OrganizationModule, IdentityModule],
  providers: [
    { provide: ActorDirectory, useExisting: PostDirectory },
    { provide: SessionGate, useExisting: SessionService },
    {
      provide: SessionCookies,
      inject: [Settings],
      useFactory: (settings: Settings) => new SessionCookies(settings),
    },
  ],
  exports: [ActorDirectory, SessionGate, SessionCookies],
})
export class ActorModule {}
