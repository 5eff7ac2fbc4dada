import { Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { Settings } from '../../../platform/config/settings.js';
import { Logger } from '../../../platform/log/logger.js';
import type { ForeignSubject } from './foreign-identity.store.js';
import { oidcNotSet, oidcRefused, oidcUnavailable } from './oidc.errors.js';

/** What has to be known again when the browser comes back. */
export interface OidcFlow {
  state: string;
  nonce: string;
  verifier: string;
  /** Our own address the browser is sent back to. */
  callback: string;
}

/** Somebody whom the other service has proved. */
export type ForeignPerson = ForeignSubject & { username: string };

const TIMEOUT_SECONDS = 10;

/** The other service (OpenID Connect): code flow with PKCE, state and nonce. */
@Injectable()
export class OidcClient {
  private found: Promise<oidc.Configuration> | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly log: Logger,
  ) {}

  /** The address at the other service where the person proves himself, and what to keep until he is back. */
  async begin(callback: string): Promise<{ address: string; flow: OidcFlow }> {
    const configuration = await this.configuration();
    const flow = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
      callback,
    };
    const address = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: callback,
      scope: 'openid profile',
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: 'S256',
    });
    return { address: address.href, flow };
  }

  /** Exchanges what the browser brought back for who it is. Refuses whatever does not fit the flow (OIDC_REFUSED). */
  async finish(query: string, { state, nonce, verifier, callback }: OidcFlow): Promise<ForeignPerson> {
    const configuration = await this.configuration();
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${callback}${query}`), {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims() ?? { sub: '', iss: '' };
      const told = await this.told(configuration, claims, tokens.access_token);
      return { issuer: claims.iss, subject: claims.sub, username: told };
    } catch (error) {
      // What another service says wrong is no fault of ours; the log keeps it for whoever set the service up.
      this.log.warn('统一身份认证未通过', { cause: String(error), code: (error as { code?: unknown }).code });
      throw oidcRefused();
    }
  }

  /** The user name: in the token where the service puts it there, else asked of it. */
  private async told(
    configuration: oidc.Configuration,
    claims: { sub: string; [claim: string]: unknown },
    accessToken: string,
  ): Promise<string> {
    const claim = this.settings.DIAODU_OIDC_CLAIM;
    const username =
      claims[claim] ?? (await oidc.fetchUserInfo(configuration, accessToken, claims.sub))[claim];
    if (typeof username !== 'string' || username === '') throw new Error(`claim ${claim} is not a text`);
    return username;
  }

  /** Asked once for its addresses and keys, and again only after it could not be reached. */
  private async configuration(): Promise<oidc.Configuration> {
    const { DIAODU_OIDC_ISSUER: issuer } = this.settings;
    if (issuer === undefined) throw oidcNotSet();
    this.found ??= this.discover(new URL(issuer));
    try {
      return await this.found;
    } catch (error) {
      this.found = null;
      this.log.error('统一身份认证服务无法访问', error);
      throw oidcUnavailable();
    }
  }

  private discover(issuer: URL): Promise<oidc.Configuration> {
    const { DIAODU_OIDC_CLIENT_ID: id = '', DIAODU_OIDC_CLIENT_SECRET: secret = '' } = this.settings;
    return oidc.discovery(issuer, id, secret, undefined, {
      timeout: TIMEOUT_SECONDS,
      // oxlint-disable-next-line typescript/no-deprecated -- so marked to be seen; the settings allow http on this machine only
      execute: issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
    });
  }
}
