import { Injectable } from '@nestjs/common';
import { validEntries } from '../../../domain/procedure/valid-entries.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { DecisionDesk } from '../decision-desk.js';
import { DecisionStore, type DecisionRecord } from '../decision.store.js';
import { requireUndertaker } from '../decisions.policy.js';
import { opinionsSettled } from './adoption.js';
import { OpinionStore, type OpinionRecord } from './opinion.store.js';

/** A decision with its adoption table. */
export interface OpinionTable {
  decision: DecisionRecord;
  opinions: OpinionRecord[];
  /** The actor keeps this table: the undertaking department's liaison, while the procedure runs. */
  mayWrite: boolean;
}

/** Lays the adoption table before who reads it and who keeps it; every change counts the decision up. */
@Injectable()
export class OpinionDesk {
  constructor(
    private readonly desk: DecisionDesk,
    private readonly decisions: DecisionStore,
    private readonly store: OpinionStore,
    private readonly audit: AuditTrail,
  ) {}

  /** The table of a decision the actor may see. */
  async open(id: string): Promise<OpinionTable> {
    const { decision, procedure } = await this.desk.open(id);
    const { role } = currentActor();
    const mayWrite = role === 'LIAISON' && !SETTLED.has(validEntries(procedure).state);
    return { decision, opinions: await this.store.of(id), mayWrite };
  }

  /** The table before a change. Refuses who does not keep it, a stale version, and a procedure that has ended. */
  async openToWrite(id: string, version: number): Promise<OpinionTable> {
    const { decision, procedure } = await this.desk.open(id, version);
    requireUndertaker(currentActor(), decision, '公众意见采纳情况');
    if (SETTLED.has(validEntries(procedure).state)) throw opinionsSettled();
    return { decision, opinions: await this.store.of(id), mayWrite: true };
  }

  /** Puts a change on record and counts the decision up; to be called in the unit of work of the change. */
  async written(
    operation: string,
    decision: DecisionRecord,
    after: object,
    before: object | null = null,
  ): Promise<void> {
    await this.decisions.update(decision);
    this.audit.record({ operation, objectKind: 'major_decision', objectId: decision.id, after, before });
  }
}

const SETTLED: ReadonlySet<string> = new Set(['CLOSED', 'TERMINATED']);
