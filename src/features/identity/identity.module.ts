import { Module } from '@nestjs/common';
import { AUDIT_KEY } from '../../platform/audit/audit.module.js';
import { SecretBox } from '../../platform/auth/secret-box.js';
import { readYaml } from '../../platform/config/read-yaml.js';
import { Settings } from '../../platform/config/settings.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { AccessConfig, parseAccessRules } from './access-config.js';
import { AccountAccessController } from './account-access.controller.js';
import { AccountAccessService } from './account-access.service.js';
import { AccountView } from './account-view.service.js';
import { AccountStore } from './account.store.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';
import { BootstrapController } from './bootstrap.controller.js';
import { BootstrapService } from './bootstrap.service.js';
import { Credentials } from './credentials.js';
import { ForeignIdentityStore } from './foreign-identity/foreign-identity.store.js';
import { OidcClient } from './foreign-identity/oidc-client.js';
import { OidcController } from './foreign-identity/oidc.controller.js';
import { OidcDesk } from './foreign-identity/oidc-desk.js';
import { OidcSignInService } from './foreign-identity/oidc-sign-in.service.js';
import { GrantStore } from './grant.store.js';
import { GrantsService } from './grants.service.js';
import { OpenTermsController } from './open-terms.controller.js';
import { OtherSessionsController } from './other-sessions.controller.js';
import { OtherSessionsService } from './other-sessions.service.js';
import { OwnSessionService } from './own-session.service.js';
import { OwnTries } from './own-tries.js';
import { PasswordHasher } from './password-hasher.js';
import { PasswordTools } from './password-tools.js';
import { PasswordsService } from './passwords.service.js';
import { Authenticator } from './second-factor/authenticator.js';
import { OwnSecondFactorService } from './second-factor/own-second-factor.service.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { SecondFactorService } from './second-factor/second-factor.service.js';
import { SecondFactorStore } from './second-factor/second-factor.store.js';
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
import { AccountListController } from './upkeep/account-list.controller.js';
import { ExportAccountsService } from './upkeep/export-accounts.service.js';
import { UpkeepJob } from './upkeep/upkeep.job.js';
import { UpkeepService } from './upkeep/upkeep.service.js';

/** Accounts, sign-in and sessions. */
@Module({
  imports: [OrganizationModule],
  controllers: [
    SessionController,
    OtherSessionsController,
    SecondFactorController,
    OidcController,
    AccountListController,
    BootstrapController,
    AccountsController,
    AccountAccessController,
    OpenTermsController,
  ],
  providers: [
    {
      provide: AccessConfig,
      inject: [Settings],
      useFactory: async (settings: Settings) => parseAccessRules(await readYaml(settings, 'access.yaml')),
    },
    {
      provide: SecretBox,
      inject: [AUDIT_KEY],
      useFactory: (key: Buffer) => new SecretBox(key, 'second factor'),
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
    OwnTries,
    OtherSessionsService,
    AccountAccessService,
    AccountView,
    Authenticator,
    SecondFactorStore,
    SecondFactorService,
    OwnSecondFactorService,
    ForeignIdentityStore,
    OidcClient,
    OidcSignInService,
    OidcDesk,
    UpkeepService,
    UpkeepJob,
    ExportAccountsService,
  ],
  exports: [SessionService, AccountsService, GrantsService, BootstrapService],
})
export class IdentityModule {}
