import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson } from '../../domain/snapshot/canonical-json.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Progress } from '../../platform/http/progress/progress.js';
import { DispatchReader } from '../dispatch/dispatch.reader.js';
import { BulletinGround } from './bulletin-ground.js';
import type { Bulletin } from './bulletin.entity.js';
import { BulletinStore } from './bulletin.store.js';
import { makeBulletin } from './make-bulletin.js';
import { mayNotIssue, roundUnknown } from './papers.errors.js';
import { canIssueBulletin } from './papers.policy.js';

/** Issues a month's bulletin. */
@Injectable()
export class IssueBulletin {
  constructor(
    private readonly store: BulletinStore,
    private readonly ground: BulletinGround,
    private readonly dispatch: DispatchReader,
    private readonly audit: AuditTrail,
    private readonly unitOfWork: UnitOfWork,
    private readonly progress: Progress,
  ) {}

  /**
   * 印发: gives the round's bulletin, issued now if it was not yet. Number and content are settled at the first issue and
   * never again. Refuses an unknown round, a month that is not frozen, and anybody but the director.
   */
  async issue(roundId: string): Promise<Bulletin> {
    const round = await this.dispatch.roundById(roundId);
    if (!round || !(await this.ground.isSeen(round))) throw roundUnknown();
    const issued = await this.store.ofRound(roundId);
    if (issued) return issued;
    if (!canIssueBulletin(currentActor())) throw mayNotIssue();
    await this.ground.requireOwn(round);
    this.progress.say(1, 3, '正在汇总本月快照…');
    const content = makeBulletin(await this.ground.of(round));
    const text = canonicalJson(content);
    const bulletin = {
      roundId,
      ledgerId: round.ledgerId,
      month: round.month,
      number: content.number,
      snapshotSha256: content.snapshotSha256,
      dataSha256: createHash('sha256').update(text).digest('hex'),
      content: text,
      issuedOn: content.issuedOn,
      issuedBy: currentActor().post,
    };
    this.progress.say(2, 3, '正在编号印发…');
    await this.unitOfWork.run(async () => {
      if (!(await this.store.add(bulletin))) return;
      const { content: _content, ...after } = bulletin;
      this.audit.record({
        operation: 'papers.issue',
        objectKind: 'dispatch_round',
        objectId: roundId,
        after,
      });
    });
    // Another process may have been faster; then its bulletin is the bulletin.
    const stored = await this.store.ofRound(roundId);
    if (!stored)
      throw new Error(`number ${bulletin.number} of ledger ${round.ledgerId} is taken by another month`);
    return stored;
  }
}
