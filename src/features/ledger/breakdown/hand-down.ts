import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { Clock } from '../../../platform/clock/clock.js';
import { newId } from '../../../platform/database/id.js';
import { OrganizationReader, type DepartmentFacts } from '../../organization/organization.reader.js';
import type { LedgerFacts } from '../ledger-facts.js';
import type { TaskRecord } from '../task.store.js';
import { BreakdownDesk } from '../superior/breakdown-desk.js';
import { alreadyBrokenDown, receiversUnknown } from '../superior/breakdown.errors.js';
import { BreakdownStore, type BreakdownRecord, type BreakdownRow } from '../superior/breakdown.store.js';

/** A receiver by its code, with its own share of the target. */
export interface ReceiverWish {
  code: string;
  target?: Receiver['target'];
}

/** A jurisdiction right below, with its own share of the target; the task's own target where nothing is said. */
export interface Receiver {
  id: string;
  name: string;
  target: { value: number; unit: string } | null | undefined;
}

/** A task as it stands when it is handed down. */
export interface Subject {
  task: TaskRecord;
  /** Headings joined by ` / `. */
  indicator: string;
  ledger: LedgerFacts;
  note: string;
}

const OWED: ReadonlySet<string> = new Set(['PENDING', 'ACCEPTED', 'ASSIGNED']);

/** Copies a task for those who are to receive it; inside a unit of work. */
@Injectable()
export class HandDown {
  constructor(
    private readonly store: BreakdownStore,
    private readonly desk: BreakdownDesk,
    private readonly organization: OrganizationReader,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The jurisdictions right below the actor's, in the order they were entered; none where nothing can be handed down. */
  below(): Promise<DepartmentFacts[]> {
    return this.organization.jurisdictionsBelow(this.clock.today());
  }

  /** Takes codes; gives the jurisdictions right below the actor's, each once. Refuses anything else (RECEIVER_UNKNOWN). */
  async receivers(wishes: readonly ReceiverWish[]): Promise<Receiver[]> {
    const below = await this.below();
    const byCode = new Map<string, DepartmentFacts>(below.map((each) => [each.code, each]));
    const wanted = [...new Map(wishes.map((each) => [each.code, each])).values()];
    const unknown = wanted.filter(({ code }) => !byCode.has(code)).map(({ code }) => code);
    if (unknown.length > 0) throw receiversUnknown(unknown);
    return wanted.map(({ code, target }) => {
      const { id, name } = byCode.get(code) as DepartmentFacts;
      return { id, name, target };
    });
  }

  /** Gives the ids, in the receivers' order. What was returned or withdrawn is handed down anew under its old id. */
  async down(subject: Subject, receivers: readonly Receiver[]): Promise<string[]> {
    const { task, ledger } = subject;
    const earlier = new Map((await this.store.ofSource(task.id)).map((row) => [row.receiverId, row]));
    const owed = receivers.filter(({ id }) => OWED.has(earlier.get(id)?.state ?? ''));
    if (owed.length > 0) throw alreadyBrokenDown(task.number, owed.map(({ name }) => name)); // prettier-ignore
    const office = (await this.organization.department(ledger.ownerDepartmentId))?.name ?? '';
    const ids: string[] = [];
    for (const receiver of receivers) {
      const facts = this.copyOf(subject, office, receiver);
      ids.push(await this.give(facts, { sourceTaskId: task.id, giverId: ledger.ownerDepartmentId, receiverId: receiver.id }, earlier.get(receiver.id))); // prettier-ignore
    }
    this.audit.record({
      operation: 'ledger.break-down',
      objectKind: 'task',
      objectId: task.id,
      after: { receivers: receivers.map(({ name }) => name).join('、') },
    });
    return ids;
  }

  private async give(
    facts: ReturnType<HandDown['copyOf']>,
    between: Pick<BreakdownRecord, 'sourceTaskId' | 'giverId' | 'receiverId'>,
    earlier: BreakdownRow | undefined,
  ): Promise<string> {
    const unanswered = { answeredOn: null, answeredBy: null, reason: '' };
    if (earlier) {
      await this.desk.act(earlier, 'RESEND', 'ledger.breakdown.resend', { ...facts, ...unanswered });
      return earlier.id;
    }
    const fresh = { id: newId(), state: 'PENDING', receivedTaskId: null, releasedOn: null, version: 1 };
    await this.desk.add({ ...facts, ...between, ...unanswered, ...fresh }, 'ledger.breakdown.send');
    return fresh.id;
  }

  private copyOf({ task, indicator, ledger, note }: Subject, office: string, { target }: Receiver) {
    const own = target === undefined ? { value: task.targetCount, unit: task.targetUnit } : target;
    return {
      year: ledger.year,
      office,
      ledgerTitle: ledger.title,
      document: ledger.sourceNumber,
      number: task.number,
      title: task.title,
      measures: task.measures,
      indicator,
      deadlineRaw: task.deadlineRaw,
      deadline: task.deadline,
      dueOn: task.dueOn,
      targetCount: own?.value ?? null,
      targetUnit: own?.unit ?? '',
      note: note.trim(),
      handedDownOn: this.clock.today(),
      handedDownBy: currentActor().post,
    };
  }
}
