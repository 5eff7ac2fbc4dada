import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { isSecretOf, newToken, tokenHash } from '../../platform/auth/secret-token.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AccountsService, type MadeAccount } from './accounts.service.js';
import { AccountStore, DUTIES, type Duty } from './account.store.js';
import { normalUsername } from './credentials.js';
import { bootstrapClosed, bootstrapSecretWrong, dutiesNotThree } from './identity.errors.js';

/** One of the three administrators (三员) named at first start. */
export interface FirstAdministrator {
  duty: Duty;
  username: string;
  name: string;
}

/**
 * The first start: no account is there from the beginning. Whoever can read the server's terminal gets a secret that is
 * good for one thing, once: naming the three administrators. It lives in this process only; a restart makes another.
 */
@Injectable()
export class BootstrapService {
  private secretHash: string | null = null;

  constructor(
    private readonly accounts: AccountStore,
    private readonly making: AccountsService,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** True as long as nobody has an account. */
  async isOpen(): Promise<boolean> {
    return (await this.accounts.count()) === 0;
  }

  /** Makes the secret of this start, to be shown where only the operator looks; null when it is not needed. */
  async secret(): Promise<string | null> {
    if (!(await this.isOpen())) return null;
    const secret = newToken();
    this.secretHash = tokenHash(secret);
    return secret;
  }

  /** Makes the three administrators; gives their first passwords once. All three or none. */
  async begin(secret: string, administrators: readonly FirstAdministrator[]): Promise<MadeAccount[]> {
    if (!(await this.isOpen())) throw bootstrapClosed();
    if (!this.isSecret(secret)) throw bootstrapSecretWrong();
    requireThree(administrators);
    const passwords = await this.making.prepare(administrators.length);
    const made = await this.unitOfWork.run(async () => {
      if (!(await this.isOpen())) throw bootstrapClosed();
      const all: MadeAccount[] = [];
      for (const [place, password] of passwords.entries()) {
        all.push(await this.making.make(administrators[place] as FirstAdministrator, password));
      }
      this.audit.record({ operation: 'identity.bootstrap', objectKind: 'account', objectId: 'first' });
      return all;
    });
    this.secretHash = null;
    return made;
  }

  private isSecret(secret: string): boolean {
    return this.secretHash !== null && isSecretOf(this.secretHash, secret);
  }
}

function requireThree(administrators: readonly FirstAdministrator[]): void {
  const duties = new Set(administrators.map(({ duty }) => duty));
  const names = new Set(administrators.map(({ username }) => normalUsername(username)));
  if (administrators.length !== 3 || duties.size !== DUTIES.length || names.size !== 3)
    throw dutiesNotThree();
}
