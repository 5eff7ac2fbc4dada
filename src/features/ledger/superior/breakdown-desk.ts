import { Injectable } from '@nestjs/common';
import { WHOLE_INSTALLATION } from '../../../domain/access/jurisdiction.js';
import {
  breakdownLifecycle,
  type BreakdownDeed,
  type BreakdownState,
} from '../../../domain/task/breakdown-lifecycle.js';
import { nextState } from '../../../domain/task/lifecycle.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { otherJurisdiction } from '../../../platform/auth/own-work.js';
import { staleVersion } from '../../../platform/database/version.js';
import { breakdownNotFound } from './breakdown.errors.js';
import { BreakdownStore, type BreakdownRecord, type BreakdownRow } from './breakdown.store.js';

/** Lays what was handed down before a deed and puts it back: whose deed it is, version, lifecycle and audit. */
@Injectable()
export class BreakdownDesk {
  constructor(
    private readonly store: BreakdownStore,
    private readonly audit: AuditTrail,
  ) {}

  /** A row as it is read; one the actor's jurisdiction may not see is not found. */
  async read(id: string): Promise<BreakdownRow> {
    const row = await this.store.one(id);
    if (!row) throw breakdownNotFound();
    return row;
  }

  /** The row for a deed of the office that gave or that received it; refuses another office's, and a stale version. */
  async open(id: string, side: 'giver' | 'receiver', version: number): Promise<BreakdownRow> {
    const row = await this.read(id);
    const { jurisdiction } = currentActor();
    const whose = side === 'giver' ? row.giverJurisdiction : row.receiverJurisdiction;
    if (jurisdiction !== WHOLE_INSTALLATION && jurisdiction !== whose) throw otherJurisdiction();
    if (row.version !== version) throw staleVersion('task_breakdown', row, version);
    return row;
  }

  /** Does one step of its life; refuses what its state does not allow. */
  async act(
    row: BreakdownRecord,
    deed: BreakdownDeed,
    operation: string,
    more: Partial<BreakdownRecord> = {},
  ): Promise<void> {
    const state = nextState(breakdownLifecycle, row.state as BreakdownState, deed);
    await this.save(row, { ...more, state }, operation);
  }

  /** Saves changes and records what was and is. */
  async save(row: BreakdownRecord, changes: Partial<BreakdownRecord>, operation: string): Promise<void> {
    await this.store.update(row, changes);
    const names = Object.keys(changes);
    const before = Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name)));
    this.audit.record({ operation, objectKind: 'task_breakdown', objectId: row.id, before, after: changes });
  }

  /** Keeps a new row and records it. */
  async add(record: BreakdownRecord, operation: string): Promise<void> {
    await this.store.insert(record);
    this.audit.record({ operation, objectKind: 'task_breakdown', objectId: record.id, after: record });
  }
}
