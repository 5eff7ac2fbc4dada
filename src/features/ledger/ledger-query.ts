import { Injectable } from '@nestjs/common';
import { currentActor } from '../../platform/auth/actor-context.js';
import { scopeOf } from '../../platform/auth/scope.js';
import { indicatorTree } from './indicator-tree.js';
import { IndicatorStore } from './indicator.store.js';
import type { LedgerFilter } from './ledger-facts.js';
import { LedgerOwners } from './ledger-owners.js';
import { LedgerStore } from './ledger.store.js';
import { OpenLedgers } from './open-ledgers.js';
import { presentIndicators, type IndicatorTreeResponse } from './present-indicators.js';
import { presentLedger, type LedgerPageResponse, type LedgerResponse } from './present-ledger.js';
import { TaskStore } from './task.store.js';

/** Answers questions about ledgers. */
@Injectable()
export class LedgerQuery {
  constructor(
    private readonly ledgers: LedgerStore,
    private readonly finding: OpenLedgers,
    private readonly tasks: TaskStore,
    private readonly indicatorStore: IndicatorStore,
    private readonly owners: LedgerOwners,
  ) {}

  /** All ledgers a filter leaves, of one jurisdiction or of all; a handful a year, so one page holds them. */
  async list({
    jurisdiction,
    ...filter
  }: LedgerFilter & { jurisdiction?: string }): Promise<LedgerPageResponse> {
    const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
    const owners = await this.owners.byId();
    const ledgers = (await this.ledgers.list(given)).map((ledger) =>
      presentLedger(ledger, owners.get(ledger.ownerDepartmentId)),
    );
    const isWanted = ({ owner }: LedgerResponse): boolean =>
      jurisdiction === undefined || owner?.jurisdiction?.code === jurisdiction;
    return { items: ledgers.filter(isWanted), next: null };
  }

  /** One ledger, by id or code, with how many of the tasks the actor may see stand in each state. */
  async show(idOrCode: string): Promise<LedgerResponse> {
    const ledger = await this.finding.find(idOrCode);
    const owner = (await this.owners.byId()).get(ledger.ownerDepartmentId);
    return presentLedger(ledger, owner, await this.tasks.countByState(ledger.id, scopeOf(currentActor())));
  }

  /** The headings of a ledger with how many of the tasks the actor may see stand under each. */
  async indicators(idOrCode: string): Promise<IndicatorTreeResponse> {
    const ledger = await this.finding.find(idOrCode);
    const headings = await this.indicatorStore.ofLedger(ledger.id);
    const counts = await this.indicatorStore.taskCounts(ledger.id, scopeOf(currentActor()));
    return presentIndicators(indicatorTree(headings, counts));
  }
}
