import { Injectable } from '@nestjs/common';
import { addDays } from '../../domain/calendar/day.js';
import { departmentScopeOf } from '../../platform/auth/actor.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { officeScopeOf } from '../../platform/auth/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { decodeCursor, pageOf } from '../../platform/http/cursor.js';
import { OrganizationReader } from '../organization/organization.reader.js';
import { EvidenceDesk } from './evidence-desk.js';
import { EvidenceLinkStore, type Subject } from './evidence-link.store.js';
import { EvidenceSettings } from './evidence-settings.js';
import { mayRead } from './evidence.policy.js';
import { EvidenceStore, type EvidenceFilter, type NamedEvidence } from './evidence.store.js';
import {
  presentEvidence,
  presentLink,
  type EvidencePageResponse,
  type EvidenceResponse,
  type EvidenceRulesResponse,
  type EvidenceSheetResponse,
} from './present-evidence.js';

/** What a list is asked for; the department by its code. */
export interface EvidenceWish {
  ledger?: string | undefined;
  task?: string | undefined;
  department?: string | undefined;
  month?: string | undefined;
  subject?: Subject | undefined;
  validity?: 'EXPIRING' | 'EXPIRED' | undefined;
  q?: string | undefined;
  withPast?: boolean | undefined;
}

const NOTICE =
  '本系统不得存储、传递国家秘密。上传前请核对材料不涉密、不含无关的个人信息；涉及未成年人的只填人数，不附名单。';
const FIRST_DAY = '0000-01-01';
/** No department has this id. */
const NOBODY = '-';

/** What the screens show of evidence; each sees what he may read. */
@Injectable()
export class EvidenceQuery {
  constructor(
    private readonly desk: EvidenceDesk,
    private readonly store: EvidenceStore,
    private readonly links: EvidenceLinkStore,
    private readonly settings: EvidenceSettings,
    private readonly organization: OrganizationReader,
    private readonly clock: Clock,
  ) {}

  /** A page of the evidence of one task. */
  async ofTask(
    taskId: string,
    withPast: boolean | undefined,
    after: string | undefined,
    limit: number,
  ): Promise<EvidencePageResponse> {
    await this.desk.task(taskId);
    return this.page({ task: taskId, withPast }, after, limit);
  }

  /** One page, the newest first. */
  async page(wish: EvidenceWish, after: string | undefined, limit: number): Promise<EvidencePageResponse> {
    const before = after === undefined ? null : String(decodeCursor(after, 1)[0]);
    const rows = await this.store.page(await this.filterOf(wish), before, limit + 1);
    const items = await this.present(rows.slice(0, limit));
    const presented = new Map(items.map((item) => [item.id, item]));
    return pageOf(
      rows,
      limit,
      (row) => presented.get(row.id) as EvidenceResponse,
      ({ id }) => [id],
    );
  }

  /** One piece with its versions and the history of its links. */
  async sheet(id: string): Promise<EvidenceSheetResponse> {
    const { evidence, task } = await this.desk.open(id);
    const versions = (await this.store.versionsOf(id)).filter((each) =>
      mayRead(currentActor(), each, task.assignments),
    );
    const [one] = await this.present([evidence]);
    const history = await this.links.allOf(id);
    return {
      ...(one as EvidenceResponse),
      versions: await this.present(versions),
      linkHistory: history.map(presentLink),
    };
  }

  /** What the page tells before anything is uploaded. */
  async rules(): Promise<EvidenceRulesResponse> {
    const { kinds, expiringDays, closeOutNeedsEvidence } = await this.settings.rules();
    return {
      maxBytes: this.settings.maxBytes,
      kinds: kinds.map(({ extension, label }) => ({ extension, label })),
      expiringDays,
      closeOutNeedsEvidence,
      notice: NOTICE,
    };
  }

  private async present(rows: readonly NamedEvidence[]): Promise<EvidenceResponse[]> {
    const links = await this.links.activeOf(rows.map(({ id }) => id));
    const { expiringDays } = await this.settings.rules();
    const viewing = { today: this.clock.today(), expiringDays, actor: currentActor() };
    return rows.map((row) =>
      presentEvidence(
        row,
        links.filter((link) => link.evidenceId === row.id),
        viewing,
      ),
    );
  }

  private async filterOf(wish: EvidenceWish): Promise<EvidenceFilter> {
    return {
      office: officeScopeOf(currentActor()),
      scope: departmentScopeOf(currentActor()),
      ledgerId: wish.ledger ?? null,
      taskId: wish.task ?? null,
      departmentId: await this.departmentOf(wish.department),
      month: wish.month ?? null,
      subject: wish.subject ?? null,
      validUntil: await this.daysOf(wish.validity),
      words: wish.q?.normalize('NFC') ?? null,
      withPast: wish.withPast ?? false,
    };
  }

  private async daysOf(validity: EvidenceWish['validity']): Promise<EvidenceFilter['validUntil']> {
    if (validity === undefined) return null;
    const today = this.clock.today();
    if (validity === 'EXPIRED') return { from: FIRST_DAY, to: addDays(today, -1) };
    return { from: today, to: addDays(today, (await this.settings.rules()).expiringDays) };
  }

  /** A department nobody knows gives an empty list and not a hint. */
  private async departmentOf(code: string | undefined): Promise<string | null> {
    if (code === undefined) return null;
    return (await this.organization.departmentByCode(code))?.id ?? NOBODY;
  }
}
