import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { readYaml } from '../../platform/config/read-yaml.js';
import { Settings } from '../../platform/config/settings.js';
import { DispatchReader, type CorrectionFacts, type RoundFacts } from '../dispatch/dispatch.reader.js';
import { LedgerReader } from '../ledger/ledger.reader.js';
import { OrganizationReader } from '../organization/organization.reader.js';
import type { BulletinCorrection, BulletinFacts } from './bulletin-facts.js';
import { parseBulletinRules, type BulletinRules } from './bulletin-rules.js';
import { bulletinNotFrozen } from './papers.errors.js';

/** Gathers what a month's bulletin is made from. */
@Injectable()
export class BulletinGround {
  private loaded: Promise<BulletinRules> | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly dispatch: DispatchReader,
    private readonly ledgers: LedgerReader,
    private readonly organization: OrganizationReader,
    private readonly clock: Clock,
  ) {}

  /** True where the round's ledger is one of which the actor may know the whole. */
  async isSeen(round: Pick<RoundFacts, 'ledgerId'>): Promise<boolean> {
    return (await this.ledgers.wholeLedger(round.ledgerId)) !== null;
  }

  /** Refuses to issue for a ledger of another jurisdiction (OTHER_JURISDICTION). */
  async requireOwn(round: Pick<RoundFacts, 'ledgerId'>): Promise<void> {
    await this.ledgers.requireOwn(round.ledgerId);
  }

  /** The frozen month of a round; refuses one that is not frozen (BULLETIN_NOT_FROZEN). */
  async of(round: RoundFacts): Promise<BulletinFacts> {
    if (round.snapshotSha256 === null || round.totals === null) throw bulletinNotFrozen(round.month);
    const frozen = await this.dispatch.frozenRounds(round.ledgerId);
    const place = frozen.findIndex(({ id }) => id === round.id);
    const before = frozen[place - 1];
    const ledger = await this.ledgers.ledger(round.ledgerId);
    return {
      month: round.month,
      ledgerTitle: ledger?.title ?? '',
      ordinal: place + 1,
      issuedOn: this.clock.today(),
      snapshotSha256: round.snapshotSha256,
      totals: round.totals,
      previous: before?.totals ? { month: before.month, totals: before.totals } : null,
      rows: await this.dispatch.snapshotRows(round.id),
      registers: await this.dispatch.registerRows(round.id),
      registerFigures: round.registerFigures,
      corrections: await this.correctionsOf(round),
      rules: await this.rules(),
    };
  }

  private async correctionsOf(round: RoundFacts): Promise<BulletinCorrection[]> {
    const corrections = await this.dispatch.corrections(round.ledgerId, round.month);
    return Promise.all(corrections.map((correction) => this.worded(correction)));
  }

  private async worded({ taskId, departmentCode, ...rest }: CorrectionFacts): Promise<BulletinCorrection> {
    const task = await this.ledgers.task(taskId);
    const department =
      departmentCode === '' ? null : await this.organization.departmentByCode(departmentCode);
    const { month, field, was, now, reason } = rest;
    return {
      month,
      field,
      was,
      now,
      reason,
      taskNumber: task?.number ?? '',
      taskTitle: task?.title ?? '',
      department: department?.name ?? '',
    };
  }

  private rules(): Promise<BulletinRules> {
    this.loaded ??= readYaml(this.settings, 'bulletin.yaml').then(parseBulletinRules);
    return this.loaded;
  }
}
