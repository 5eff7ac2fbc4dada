import { Injectable } from '@nestjs/common';
import { isTimeCode, normalCode } from '../../../domain/access/second-factor.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { SecretBox } from '../../../platform/auth/secret-box.js';
import { readableCode, tokenHash } from '../../../platform/auth/secret-token.js';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Authenticator } from './authenticator.js';
import { codeWrong, secondFactorBound, secondFactorNotBegun } from './second-factor.errors.js';
import { SecondFactorStore } from './second-factor.store.js';

/** What a person types or scans into his authenticator, shown once. */
export interface NewAuthenticator {
  secret: string;
  address: string;
}

const RECOVERY_CODES = 10;

/** Second factors: binding an authenticator, proving it, and taking it off. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly store: SecondFactorStore,
    private readonly authenticator: Authenticator,
    private readonly box: SecretBox,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** True when the account signs in with a second factor. */
  async isBound(accountId: string): Promise<boolean> {
    return (await this.boundAmong([accountId])).size > 0;
  }

  /** Which of some accounts do. */
  async boundAmong(accountIds: readonly string[]): Promise<Set<string>> {
    return this.store.confirmedAmong(accountIds);
  }

  async recoveryCodesLeft(accountId: string): Promise<number> {
    return this.store.recoveryCodesLeft(accountId);
  }

  /** Makes a secret that counts once a first code confirms it. Refuses while an authenticator is bound. */
  async begin(accountId: string, username: string): Promise<NewAuthenticator> {
    const secret = this.authenticator.newSecret();
    await this.unitOfWork.run(async () => {
      if (!(await this.store.begin(accountId, this.box.seal(secret, accountId)))) throw secondFactorBound();
    });
    return { secret, address: this.authenticator.address(secret, username) };
  }

  /** Binds the authenticator by its first code; gives the recovery codes, this once. */
  async confirm(accountId: string, code: string): Promise<string[]> {
    const recoveryCodes = Array.from({ length: RECOVERY_CODES }, readableCode);
    await this.unitOfWork.run(async () => {
      const factor = await this.store.of(accountId);
      if (!factor) throw secondFactorNotBegun();
      if (factor.confirmedAt !== null) throw secondFactorBound();
      if (!isTimeCode(normalCode(code)) || !(await this.uses(accountId, code))) throw codeWrong();
      await this.store.confirm(accountId, this.clock.now());
      const hashes = recoveryCodes.map((one) => tokenHash(normalCode(one)));
      await this.store.addRecoveryCodes(accountId, hashes);
      this.record('bindSecondFactor', accountId);
    });
    return recoveryCodes;
  }

  /** Uses up a code, of the authenticator or for recovery. Gives false for a wrong one and for one used before. */
  async proves(accountId: string, code: string): Promise<boolean> {
    return this.unitOfWork.run(() => this.uses(accountId, code));
  }

  /** Takes the authenticator off, by a code of it or a recovery code. */
  async unbind(accountId: string, code: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      if (!(await this.uses(accountId, code))) throw codeWrong();
      await this.store.remove(accountId);
      this.record('unbindSecondFactor', accountId);
    });
  }

  /** Takes it off for somebody who has lost it; joins the unit of the administrator's deed. */
  async forget(accountId: string): Promise<boolean> {
    return this.unitOfWork.run(() => this.store.remove(accountId));
  }

  private async uses(accountId: string, typed: string): Promise<boolean> {
    const code = normalCode(typed);
    if (!isTimeCode(code)) {
      return this.store.useRecoveryCode(accountId, tokenHash(code), this.clock.now());
    }
    const factor = await this.store.of(accountId);
    const secret = factor ? this.box.open(factor.sealedSecret, accountId) : null;
    const step = secret === null ? null : this.authenticator.stepOf(code, secret, this.clock.now());
    return step !== null && this.store.useStep(accountId, step);
  }

  private record(deed: string, objectId: string): void {
    this.audit.record({ operation: `identity.${deed}`, objectKind: 'account', objectId });
  }
}
