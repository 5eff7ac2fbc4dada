import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { requireSupportsHeard } from '../../domain/task/close-out.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/id.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { cleanText } from '../../platform/office/clean-text.js';
import type { TaskFacts } from '../ledger/ledger.reader.js';
import { CloseOutDesk } from './close-out-desk.js';
import { CitedEvidence, idsOf } from './cited-evidence.js';
import { closeOutEvidenceMissing, milestonesOpen, statementMissing } from './close-out.errors.js';
import { requireCloseOutAskable } from './reporting-rules.js';
import { CloseOutStore, type CloseOutRecord } from './close-out.store.js';
import { requireFirstLead } from './reporting.policy.js';
import { SupportStandings } from './support-standings.js';

/** What the first lead writes; explanations are empty where there is nothing to explain. */
export interface CloseOutWish {
  statement: string;
  /** Why the task may be closed although a support never reported. */
  silenceExplanation?: string;
  /** Why it may be closed although a node or period is not marked done. */
  milestoneExplanation?: string;
  /** The evidence that shows the task is done. */
  evidenceIds?: string[];
}

/** 申请办结: the first lead reports for all and asks the office to close the task. */
@Injectable()
export class CloseOutService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: CloseOutDesk,
    private readonly requests: CloseOutStore,
    private readonly supports: SupportStandings,
    private readonly clock: Clock,
    private readonly cited: CitedEvidence,
  ) {}

  /**
   * Hands in a request; gives its id. Refuses a second one while one waits, an empty statement, an open node or a silent
   * support without explanation; explanations are kept with the names they cover.
   */
  async request(taskId: string, wish: CloseOutWish): Promise<string> {
    const needsEvidence = await this.cited.closeOutNeedsEvidence();
    return this.unitOfWork.run(async () => {
      const task = await this.desk.task(taskId);
      requireFirstLead(currentActor(), task.assignments);
      const earlier = await this.requests.allOf(taskId);
      requireCloseOutAskable(task, earlier);
      const request = await this.examine(task, wish, earlier.length + 1, this.clock.today());
      await this.prove(request, needsEvidence);
      await this.desk.add(request);
      return request.id;
    });
  }

  /** 撤回: the first lead takes the request back while nobody has reviewed it. */
  async withdraw(taskId: string, id: string, version?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { task, request } = await this.desk.open(taskId, id, version);
      requireFirstLead(currentActor(), task.assignments);
      const on = this.clock.today();
      await this.desk.act(request, 'WITHDRAW', on, { decidedOn: on, decidedBy: currentActor().post });
    });
  }

  /** The evidence of a request is the task's; where the office wants some, a request without any is refused. */
  private async prove(request: CloseOutRecord, needsEvidence: boolean): Promise<void> {
    const evidenceIds = idsOf(request);
    if (needsEvidence && evidenceIds.length === 0) throw closeOutEvidenceMissing();
    if (evidenceIds.length === 0) return;
    await this.cited.requireCitable(evidenceIds, request);
    const subject = { subjectKind: 'CLOSE_OUT' as const, subjectId: request.id, evidenceIds };
    await this.cited.tell(subject, request.id, request.requestedOn);
  }

  private async examine(
    task: TaskFacts,
    wish: CloseOutWish,
    ordinal: number,
    today: Day,
  ): Promise<CloseOutRecord> {
    const statement = written(wish.statement);
    if (statement === '') throw statementMissing();
    const milestoneExplanation = written(wish.milestoneExplanation);
    const open = task.milestones.filter((node) => node.doneOn === null);
    const labels = open.map((node) => node.label || node.period);
    if (labels.length > 0 && milestoneExplanation === '') throw milestonesOpen(labels);
    const silenceExplanation = written(wish.silenceExplanation);
    const supports = await this.supports.of(task);
    requireSupportsHeard(supports, silenceExplanation);
    const silent = supports.filter((support) => !support.hasReported).map((support) => support.code);
    return {
      id: newId(),
      taskId: task.id,
      ordinal,
      departmentId: task.assignments.find((part) => part.isFirstLead)?.departmentId ?? '',
      statement,
      silentSupports: JSON.stringify(silent),
      silenceExplanation,
      openMilestones: JSON.stringify(labels),
      milestoneExplanation,
      evidenceIds: JSON.stringify([...new Set(wish.evidenceIds)]),
      requestedOn: today,
      requestedBy: currentActor().post,
      state: 'SUBMITTED',
      verifiedOn: null,
      verifiedBy: null,
      decidedOn: null,
      decidedBy: null,
      decisionReason: '',
      version: 1,
    };
  }
}

function written(text: string | undefined): string {
  return cleanText(text ?? '').trim();
}
