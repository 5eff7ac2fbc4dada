import { Injectable } from '@nestjs/common';
import type { Role } from '../../platform/auth/actor.js';
import type { OpenSession } from '../../platform/auth/session-gate.js';
import { Clock } from '../../platform/clock/clock.js';
import { OfficeDay } from '../../platform/clock/office-day.js';
import { LOOPBACK, Settings } from '../../platform/config/settings.js';
import { OrganizationReader } from '../organization/organization.reader.js';
import { accountNotFound } from './identity.errors.js';
import { PasswordsService } from './passwords.service.js';
import {
  roleLabel,
  type SessionJurisdictionResponse,
  type SessionPostResponse,
  type SessionResponse,
} from './present-session.js';
import { SessionFacts } from './session-facts.js';

/** What a signed-in person sees of his own session. */
@Injectable()
export class SessionView {
  constructor(
    private readonly facts: SessionFacts,
    private readonly passwords: PasswordsService,
    private readonly organization: OrganizationReader,
    private readonly officeDay: OfficeDay,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** `failedBefore` is told right after signing in only: how often somebody else tried since the last time. */
  async of(session: OpenSession, failedBefore = 0): Promise<SessionResponse> {
    const facts = await this.facts.of(session);
    if (!facts) throw accountNotFound();
    const posts = await Promise.all(
      facts.posts.map((post) => this.post(post.postCode, post.kind as Role, post.departmentId)),
    );
    const { actor } = session;
    const duty = facts.account.duty;
    return {
      account: { id: facts.account.id, username: facts.account.username, name: facts.account.name },
      post:
        duty === null ? (posts.find(({ code }) => code === actor.post) ?? null) : dutyPost(actor.post, duty),
      jurisdiction: await this.jurisdiction(actor.jurisdiction),
      posts,
      mustChangePassword: session.mustDo === 'PASSWORD',
      mustEnrol: session.mustDo === 'SECOND_FACTOR',
      passwordRules: this.passwords.rules(),
      passwordWishes: this.passwords.wishes(),
      today: this.clock.today(),
      officeDay: await this.officeDay.held(),
      zone: this.settings.DIAODU_ZONE,
      idleMinutes: facts.idleMinutes,
      expiresAt: facts.expiresAt,
      notices: this.notices(failedBefore),
    };
  }

  private async jurisdiction(path: string): Promise<SessionJurisdictionResponse | null> {
    const code = path.split('/').at(-2) ?? '';
    const node = code === '' ? null : await this.organization.departmentByCode(code);
    return node && { code: node.code, name: node.name };
  }

  private async post(code: string, role: Role, departmentId: string): Promise<SessionPostResponse> {
    const department = await this.organization.department(departmentId);
    return {
      code,
      role,
      roleLabel: roleLabel(role),
      department: department && { code: department.code, name: department.name },
    };
  }

  private notices(failedBefore: number): string[] {
    const notices: string[] = [];
    if (failedBefore > 0) {
      notices.push(
        `上次登录以后，有 ${failedBefore} 次使用您的用户名的登录失败；不是本人操作的，请告知系统管理员。`,
      );
    }
    if (this.settings.DIAODU_TLS === 'OFF' && !LOOPBACK.includes(this.settings.HOST)) {
      notices.push('当前连接未加密（http），同一网络中的他人可能看到传输内容；请系统管理员尽快启用 https。');
    }
    return notices;
  }
}

function dutyPost(code: string, duty: Role): SessionPostResponse {
  return { code, role: duty, roleLabel: roleLabel(duty), department: null };
}
