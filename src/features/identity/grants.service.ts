import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { OrganizationReader, type DepartmentNameFacts } from '../organization/organization.reader.js';
import { AccountStore } from './account.store.js';
import { GrantStore, type GrantRow, type OpenTerm } from './grant.store.js';
import {
  accountNotFound,
  dutyHoldsNoPost,
  grantNotFound,
  termGranted,
  termNotFound,
} from './identity.errors.js';

/** Giving posts to accounts: 安全管理员. A grant runs as long as the term it stands for. */
@Injectable()
export class GrantsService {
  constructor(
    private readonly grants: GrantStore,
    private readonly accounts: AccountStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly organization: OrganizationReader,
  ) {}

  /** Standing grants of some accounts, by account id. */
  async of(accountIds: readonly string[]): Promise<Map<string, GrantRow[]>> {
    const byAccount = new Map<string, GrantRow[]>(accountIds.map((id) => [id, []]));
    for (const grant of await this.grants.standing(accountIds)) byAccount.get(grant.accountId)?.push(grant);
    return byAccount;
  }

  /** Codes and names of today's departments by id. */
  departmentNames(): Promise<Map<string, DepartmentNameFacts>> {
    return this.organization.departmentNames(this.clock.today());
  }

  /** Terms of today and later that nobody can sign in for yet. */
  async openTerms(): Promise<OpenTerm[]> {
    return this.grants.openTerms(this.clock.today());
  }

  /**
   * Gives an account the running term of a post, else its next one. Refuses an administrator's account (三员分立), a post
   * nobody is appointed to, and a term another account has.
   */
  async grant(accountId: string, post: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      const account = await this.accounts.one(accountId);
      if (!account) throw accountNotFound();
      if (account.duty !== null) throw dutyHoldsNoPost();
      const term = await this.grants.termToGrant(post, this.clock.today());
      if (!term) throw termNotFound(post);
      const added =
        !term.granted && (await this.grants.add(accountId, term.postId, this.by, this.clock.now()));
      if (!added) throw termGranted(post);
      this.record('grantPost', accountId, { post });
    });
  }

  /** Takes a grant back; the next request of its sessions already acts without the post. */
  async revoke(accountId: string, grantId: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      if (!(await this.grants.revoke(accountId, grantId, this.by, this.clock.now()))) throw grantNotFound();
      this.record('revokePost', accountId, { grant: grantId });
    });
  }

  private get by(): string {
    return currentActor().post;
  }

  private record(deed: string, objectId: string, after: object): void {
    this.audit.record({ operation: `identity.${deed}`, objectKind: 'account', objectId, after });
  }
}
