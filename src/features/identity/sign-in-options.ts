import { Injectable } from '@nestjs/common';
import { OfficeDay } from '../../platform/clock/office-day.js';
import { Settings } from '../../platform/config/settings.js';
import { BootstrapService } from './bootstrap.service.js';
import type { SignInOptionsResponse } from './present-session.js';

/** What the sign-in page may know before anybody has signed in. */
@Injectable()
export class SignInOptions {
  constructor(
    private readonly bootstrap: BootstrapService,
    private readonly officeDay: OfficeDay,
    private readonly settings: Settings,
  ) {}

  async read(): Promise<SignInOptionsResponse> {
    return {
      bootstrapOpen: await this.bootstrap.isOpen(),
      oidc: this.settings.DIAODU_OIDC_ISSUER !== undefined,
      oidcLabel: this.settings.DIAODU_OIDC_ISSUER === undefined ? null : this.settings.DIAODU_OIDC_LABEL,
      tls: this.settings.DIAODU_TLS,
      officeDay: await this.officeDay.held(),
    };
  }
}
