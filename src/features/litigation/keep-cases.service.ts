import { Injectable } from '@nestjs/common';
import type { CourtCase, Suggestion } from '../../domain/rate/court-case.js';
import {
  addInstance,
  closeInstance,
  correctCase,
  correctInstance,
  recordSuggestion,
  registerCase,
  type CaseFiling,
  type Closing,
  type InstanceFiling,
} from '../../domain/rate/deeds/keep-case.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/id.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CaseDesk } from './case-desk.js';
import { DepartmentCodes, type PartyWish } from './department-codes.js';
import { requireOffice } from './litigation.policy.js';
import { requireDuty } from '../../domain/rate/deeds/keep-hearing.js';
import { instanceOf } from '../../domain/rate/deeds/edit-case.js';

/** An instance as a user names it. */
export type InstanceWish = Omit<InstanceFiling, 'parties'> & { parties: readonly PartyWish[] };

/** 登记、更正、结案: what the office writes of a case and its instances. */
@Injectable()
export class KeepCasesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: CaseDesk,
    private readonly codes: DepartmentCodes,
    private readonly clock: Clock,
  ) {}

  /** Registers a case with its first instance; gives its id. What is kept of the plaintiff is masked. */
  async register(filing: CaseFiling, first: InstanceWish): Promise<string> {
    requireOffice(currentActor(), '登记案件');
    return this.unitOfWork.run(async () => {
      const parties = await this.codes.parties(first.parties);
      const made = registerCase(newId(), filing, newId(), { ...first, parties });
      await this.desk.add(made, { ...named('litigation.register', made), after: summaryOf(made) });
      return made.id;
    });
  }

  /** Corrects what is written of the case itself. */
  async correct(id: string, changes: Partial<CaseFiling>, version?: number): Promise<void> {
    await this.change(id, version, '更正案件', 'litigation.correct', async (before) =>
      correctCase(before, given(changes)),
    );
  }

  /** Adds an appeal or a retrial; gives nothing but the case. */
  async addInstance(id: string, wish: InstanceWish, version?: number): Promise<void> {
    await this.change(id, version, '登记审级', 'litigation.add-instance', async (before) =>
      addInstance(before, newId(), { ...wish, parties: await this.codes.parties(wish.parties, before) }),
    );
  }

  /** Corrects an instance, its parties and whose head appears among them. */
  async correctInstance(
    id: string,
    instanceId: string,
    { parties, ...rest }: Partial<InstanceWish>,
    version?: number,
  ): Promise<void> {
    await this.change(id, version, '更正审级', 'litigation.correct-instance', async (before) =>
      correctInstance(before, instanceId, {
        ...given(rest),
        ...(parties && { parties: await this.codes.parties(parties, before) }),
      }),
    );
  }

  /** Records how an instance ended, or sets that right. */
  async close(id: string, instanceId: string, closing: Closing, version?: number): Promise<void> {
    await this.change(id, version, '登记结案', 'litigation.close-instance', async (before) =>
      closeInstance(before, instanceId, closing, this.clock.today()),
    );
  }

  /** Records a judicial suggestion about a party's appearance. */
  async suggest(id: string, instanceId: string, suggestion: Suggestion, version?: number): Promise<void> {
    await this.change(id, version, '登记司法建议', 'litigation.record-suggestion', async (before) => {
      requireDuty(instanceOf(before, instanceId), suggestion.department);
      return recordSuggestion(before, instanceId, suggestion);
    });
  }

  private async change(
    id: string,
    version: number | undefined,
    deed: string,
    operation: string,
    decide: (before: CourtCase) => Promise<CourtCase>,
  ): Promise<void> {
    requireOffice(currentActor(), deed);
    await this.unitOfWork.run(async () => {
      const kept = await this.desk.open(id, version);
      const after = await decide(kept.courtCase);
      const record = { ...named(operation, after), before: summaryOf(kept.courtCase), after: summaryOf(after) };
      await this.desk.save(kept, after, record);
    });
  } // prettier-ignore
}

/** A field left out of a request keeps what was written. */
function given<T extends object>(changes: T): T {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as T;
}

function named(operation: string, { id }: CourtCase) {
  return { operation, objectKind: 'court-case' as const, objectId: id };
}

/** What the audit trail keeps of a case: the plaintiff as masked as everywhere. */
function summaryOf({ register, plaintiff, cause, actSued, publicInterest, instances }: CourtCase): object {
  return {
    register,
    plaintiff,
    cause,
    actSued,
    publicInterest,
    instances: instances.map(({ hearings, ...rest }) => ({ ...rest, hearings: hearings.length })),
  };
}
