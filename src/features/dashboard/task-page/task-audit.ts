import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { Clock } from '../../../platform/clock/clock.js';
import {
  AuditHistory,
  type AuditedEvent,
  type AuditedThings,
} from '../../../platform/audit/audit-history.js';
import { EvidenceReader } from '../../evidence/evidence.reader.js';
import type { TaskPageFacts } from '../../ledger/task-page.reader.js';
import { OrganizationReader } from '../../organization/organization.reader.js';
import type { TaskReports } from '../../reporting/task-reports.reader.js';
import { sentenceOf } from './audit-words.js';
import type { AuditSentence, TaskReminder } from './present-task-page.js';

const LATEST = 200;

/** What of a ledger's own history belongs to each of its tasks: how it came in, and when it was issued and closed. */
const OF_THE_LEDGER: ReadonlySet<string> = new Set(['ledger.import', 'ledger.issue', 'ledger.close']);

/** The trail of a task and of all that belongs to it, in words. */
@Injectable()
export class TaskAudit {
  constructor(
    private readonly history: AuditHistory,
    private readonly organization: OrganizationReader,
    private readonly evidence: EvidenceReader,
    private readonly clock: Clock,
  ) {}

  /** Latest first. With a department's id: the task's own events and those of the department's part, reports and papers. */
  async of(
    page: TaskPageFacts,
    reported: TaskReports,
    reminders: readonly TaskReminder[],
    scope: string | null,
  ): Promise<AuditSentence[]> {
    const departments = await this.organization.departments(this.clock.today());
    const names = new Map(departments.map(({ id, name }) => [id, name]));
    const subjects = subjectsOf(page, reported, reminders, scope);
    subjects.set('evidence', await this.filesOf(page));
    const things: AuditedThings[] = [
      { kind: 'task', ids: [page.task.id] },
      ...[...subjects].map(([kind, byId]) => ({ kind, ids: [...byId.keys()] })),
    ];
    const own = await this.history.of(things, LATEST);
    const ledger = await this.history.of([{ kind: 'ledger', ids: [page.ledger.id] }], LATEST);
    const events = [
      ...own.filter(({ operation }) => operation !== LOOKED_AT),
      ...ledger.filter(({ operation }) => OF_THE_LEDGER.has(operation)),
    ];
    return events
      .sort((a, b) => b.seq - a.seq)
      .slice(0, LATEST)
      .map((event) => sentence(event, subjects, (id) => names.get(id) ?? '（已撤并单位）'));
  }

  /** Names of the evidence the actor may read. */
  private async filesOf({ task, departmentOf }: TaskPageFacts): Promise<Map<string, string>> {
    const parties = task.assignments.map(({ id, role, state }) => ({
      id,
      departmentId: departmentOf.get(id) ?? '',
      role,
      state,
    }));
    const files = await this.evidence.readableOf(task.id, currentActor(), parties);
    return new Map(files.map(({ id, name }) => [id, name]));
  }
}

/** Who looked at a file is for the auditor; on the page it would bury what was done. */
const LOOKED_AT = 'evidence.access';

/** What each thing is called, by kind and id; only what the actor may see is in it, and so only that is asked for. */
type Subjects = Map<string, ReadonlyMap<string, string>>;

function subjectsOf(
  { task, departmentOf }: TaskPageFacts,
  { reports, closeOutRequests }: TaskReports,
  reminders: readonly TaskReminder[],
  scope: string | null,
): Subjects {
  const parts = task.assignments.filter(({ id }) => scope === null || departmentOf.get(id) === scope);
  return new Map([
    ['assignment', new Map(parts.map((part) => [part.id, part.department.name]))],
    ['milestone', new Map(task.milestones.map((node) => [node.id, node.label || node.period]))],
    ['extension-request', new Map(task.extensionRequests.map(({ id, department }) => [id, department.name]))],
    [
      'close_out_request',
      new Map(closeOutRequests.map(({ id, ordinal }) => [id, `第 ${ordinal} 次办结申请`])),
    ],
    [
      'progress_report',
      new Map(reports.map(({ id, month, department }) => [id, `${department.name} ${month}`])),
    ],
    [
      'reminder',
      new Map(reminders.map(({ id, label, department }) => [id, `${label}（${department.name}）`])),
    ],
  ]);
}

function sentence(
  event: AuditedEvent,
  subjects: Subjects,
  departmentName: (id: string) => string,
): AuditSentence {
  const { seq, at, actor, holder, operation, objectKind, objectId } = event;
  const facts = { before: event.before ?? {}, after: event.after ?? {}, departmentName };
  return {
    seq,
    at,
    who: holder || '（空缺）',
    post: actor,
    subject: subjects.get(objectKind)?.get(objectId) ?? '',
    sentence: sentenceOf(operation, facts),
  };
}
