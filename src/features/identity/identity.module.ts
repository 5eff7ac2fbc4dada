import { Module } from '@nestjs/common';
import { readYaml } from '../../platform/config/read-yaml.js';
import { Settings } from '../../platform/config/settings.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { AccessConfig, parseAccessRules } from './access-config.js';
import { AccountStore } from './account.store.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';
import { BootstrapController } from './bootstrap.controller.js';
import { BootstrapService } from './bootstrap.service.js';
import { Credentials } from './credentials.js';
import { GrantStore } from './grant.store.js';
import { GrantsService } from './grants.service.js';
import { OpenTermsController } from './open-terms.controller.js';
import { OwnSessionService } from './own-session.service.js';
import { PasswordHasher } from './password-hasher.js';
import { PasswordTools } from './password-tools.js';
import { PasswordsService } from './passwords.service.js';
import { SessionController } from './session.controller.js';
import { SessionFacts } from './session-facts.js';
import { SessionService } from './session.service.js';
import { SessionStore } from './session.store.js';
import { SessionView } from './session-view.service.js';
import { SignInDesk } from './sign-in-desk.js';
import { SignInOptions } from './sign-in-options.js';
import { SignInService } from './sign-in.service.js';
import { SignInTime } from './sign-in-time.js';
import { ThrottleStore } from './throttle.store.js';

/** Accounts, sign-in and sessions. */
@Module({
  imports: [OrganizationModule],
  controllers: [SessionController, BootstrapController, AccountsController, OpenTermsController],
  providers: [
    {
      provide: AccessConfig,
      inject: [Settings],
      useFactory: async (settings: Settings) => parseAccessRules(await readYaml(settings, 'access.yaml')),
    },
    AccountStore,
    GrantStore,
    SessionStore,
    ThrottleStore,
    PasswordHasher,
    Credentials,
    PasswordTools,
    PasswordsService,
    AccountsService,
    GrantsService,
    BootstrapService,
    SessionService,
    SessionFacts,
    SessionView,
    SignInTime,
    SignInService,
    SignInDesk,
    SignInOptions,
    OwnSessionService,
  ],
  exports: [SessionService, AccountsService, GrantsService, BootstrapService],
})
export class IdentityModule {}
