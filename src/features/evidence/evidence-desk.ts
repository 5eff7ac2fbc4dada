import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { officeScopeOf } from '../../platform/auth/scope.js';
import { staleVersion } from '../../platform/database/version.js';
import { LedgerReader, type TaskFacts } from '../ledger/ledger.reader.js';
import type { Subject } from './evidence-link.store.js';
import {
  evidenceNotFound,
  removedAlready,
  subjectUnknown,
  supersededAlready,
  taskNotFound,
} from './evidence.errors.js';
import { mayProve, mayRead, maySeeTask, requireKeeper } from './evidence.policy.js';
import { EvidenceStore, type EvidenceRecord, type NamedEvidence } from './evidence.store.js';

/** A piece of evidence with the task it belongs to. */
export interface OnDesk {
  evidence: NamedEvidence;
  task: TaskFacts;
}

/** Lays a piece of evidence before a deed and puts it back: sight, version, standing and audit are the same for all deeds. */
@Injectable()
export class EvidenceDesk {
  constructor(
    private readonly ledgers: LedgerReader,
    private readonly store: EvidenceStore,
    private readonly audit: AuditTrail,
  ) {}

  /** The task; one the actor's department has no part in is not found. */
  async task(taskId: string): Promise<TaskFacts> {
    const task = await this.ledgers.task(taskId);
    if (!task || !maySeeTask(currentActor(), task.assignments)) throw taskNotFound();
    return task;
  }

  /** A piece the actor may read. With a version: refuses a stale one. */
  async open(id: string, version?: number): Promise<OnDesk> {
    const evidence = await this.store.one(id, officeScopeOf(currentActor()));
    const task = evidence && (await this.ledgers.task(evidence.taskId));
    if (!evidence || !task || !mayRead(currentActor(), evidence, task.assignments)) throw evidenceNotFound();
    if (version !== undefined && evidence.version !== version)
      throw staleVersion('evidence', evidence, version);
    return { evidence, task };
  }

  /** A piece the actor may change: his own or the office's to keep, neither removed nor replaced. */
  async openOwn(id: string, version?: number): Promise<OnDesk> {
    const onDesk = await this.open(id, version);
    requireKeeper(currentActor(), onDesk.evidence);
    if (onDesk.evidence.removedOn !== null) throw removedAlready();
    if (onDesk.evidence.supersededOn !== null) throw supersededAlready();
    return onDesk;
  }

  /** Refuses a subject that is not of the task, or a part that is not the actor's to prove. */
  requireSubject(task: TaskFacts, subject: Subject): void {
    const part = task.assignments.find(({ id }) => id === subject.id);
    const fits =
      (subject.kind === 'TASK' && subject.id === task.id) ||
      (subject.kind === 'MILESTONE' && task.milestones.some(({ id }) => id === subject.id)) ||
      (subject.kind === 'ASSIGNMENT' &&
        part !== undefined &&
        mayProve(currentActor(), part, task.assignments));
    if (!fits) throw subjectUnknown();
  }

  /** Saves changes and records what was and is. */
  async save(evidence: EvidenceRecord, changes: Partial<EvidenceRecord>, operation: string): Promise<void> {
    await this.store.update(evidence, changes);
    const names = Object.keys(changes);
    const before = Object.fromEntries(Object.entries(evidence).filter(([name]) => names.includes(name)));
    this.record(operation, evidence.id, changes, before);
  }

  /** Records a deed on a piece of evidence. */
  record(operation: string, objectId: string, after: object, before?: object): void {
    this.audit.record({ operation, objectKind: 'evidence', objectId, after, before: before ?? null });
  }
}
