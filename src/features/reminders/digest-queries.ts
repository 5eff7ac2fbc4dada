import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { scopeOf } from '../../platform/auth/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { DispatchReader, type ReminderFacts } from '../dispatch/dispatch.reader.js';
import { OrganizationReader, type DepartmentFacts } from '../organization/organization.reader.js';
import { DeliverySettings } from './delivery-settings.js';
import { DigestStore, type DigestFilter, type DigestRow, type ItemRow } from './digest.store.js';
import { digestNotFound } from './reminders.errors.js';
import { ownDepartmentOnly } from './reminders.policy.js';
import { wechatText, type WechatPart } from './wechat-text.js';

/** What is asked of the list of digests; codes, not ids. */
export interface DigestQuestion extends Omit<DigestFilter, 'departmentId' | 'scope'> {
  department?: string;
}

/** One line of the ledger of reminders: the paper, and what became of the digest it went out in. */
export interface LedgerLine {
  item: ItemRow;
  reminder: ReminderFacts;
  digest: DigestRow;
  department: DepartmentFacts | null;
}

/** A department has at most two digests a day. */
const DIGESTS_OF_A_DAY = 10_000;

/** Questions about digests, narrowed to what the caller may see. */
@Injectable()
export class DigestQueries {
  constructor(
    private readonly store: DigestStore,
    private readonly dispatch: DispatchReader,
    private readonly organization: OrganizationReader,
    private readonly settings: DeliverySettings,
    private readonly clock: Clock,
  ) {}

  /** Digests whose day has come, latest first. */
  async page(
    { department, ...filter }: DigestQuestion,
    after: readonly [string, string] | null,
    limit: number,
  ): Promise<DigestRow[]> {
    const departmentId = await this.scope(department);
    const scoped = { ...filter, scope: scopeOf(currentActor()) };
    const narrowed = departmentId === null ? scoped : { ...scoped, departmentId };
    return this.store.page(narrowed, this.clock.today(), after, limit);
  }

  /** A digest with its delivery; call only with an id the caller was shown. */
  async row(id: string): Promise<DigestRow> {
    const row = await this.store.row(id);
    if (!row) throw digestNotFound();
    return row;
  }

  /** Departments by id, for showing rows. */
  async departments(): Promise<Map<string, DepartmentFacts>> {
    const departments = await this.organization.departments(this.clock.today());
    return new Map(departments.map((department) => [department.id, department]));
  }

  /** The ledger of reminders that went out, latest first. */
  async ledger(department: string | undefined, after: string | null, limit: number): Promise<LedgerLine[]> {
    const items = await this.store.itemPage(
      { scope: scopeOf(currentActor()), departmentId: await this.scope(department) },
      after,
      limit,
    );
    const reminders = byId(await this.dispatch.remindersByIds(items.map((item) => item.reminderId)));
    const digests = new Map<string, DigestRow>();
    for (const id of new Set(items.map((item) => item.digestId))) digests.set(id, await this.row(id));
    const departments = await this.departments();
    return items.flatMap((item) => {
      const reminder = reminders.get(item.reminderId);
      const digest = digests.get(item.digestId);
      if (!reminder || !digest) return [];
      return [{ item, reminder, digest, department: departments.get(digest.departmentId) ?? null }];
    });
  }

  /** 复制到微信: what the departments of a group are reminded of on a day. Refuses an unknown group (GROUP_UNKNOWN). */
  async wechat(group: string, day: Day, department?: string): Promise<string> {
    const members = new Set(await this.organization.groupMembers(group, day));
    const own = await this.scope(department);
    const digests = await this.store.page(
      { day, scope: scopeOf(currentActor()) },
      this.clock.today(),
      null,
      DIGESTS_OF_A_DAY,
    );
    const told = digests.filter(({ departmentId: id }) => members.has(id) && (own === null || own === id));
    const { office } = await this.settings.rules();
    return wechatText(day, office, await this.partsOf(told));
  }

  private async partsOf(digests: readonly DigestRow[]): Promise<WechatPart[]> {
    const parts = new Map<string, WechatPart>();
    for (const [id, { shortName }] of await this.departments()) {
      const own = digests.filter((digest) => digest.departmentId === id);
      if (own.length === 0) continue;
      const ids = (await Promise.all(own.map((digest) => this.store.itemsOf(digest.id)))).flat();
      const items = await this.dispatch.remindersByIds(ids);
      parts.set(id, { department: shortName, holders: own.map((digest) => digest.holder), items });
    }
    return [...parts.values()];
  }

  /** The department asked for, or the caller's own, whatever he asks; an unknown code finds nothing. */
  private async scope(code: string | undefined): Promise<string | null> {
    const own = ownDepartmentOnly(currentActor());
    if (code === undefined) return own;
    const asked = (await this.organization.departmentByCode(code))?.id ?? '';
    return own === null || own === asked ? asked : '';
  }
}

function byId(reminders: readonly ReminderFacts[]): Map<string, ReminderFacts> {
  return new Map(reminders.map((reminder) => [reminder.id, reminder]));
}
