import { Injectable } from '@nestjs/common';
import { bulkInsert } from '../../platform/database/bulk-insert.js';
import { within, type Scope } from '../../platform/auth/scope.js';
import { Database } from '../../platform/database/database.js';
import { likeText } from '../../platform/database/like-text.js';
import { marks } from '../../platform/database/placeholders.js';
import { snake } from '../../platform/database/snake-naming.js';
import { updateVersioned } from '../../platform/database/version.js';
import { Evidence } from './evidence.entity.js';

/** A piece of evidence as it is kept. */
export type EvidenceRecord = { [Key in keyof Evidence]: Evidence[Key] };

/** With what its task and department are called, and which version has replaced it. */
export type NamedEvidence = EvidenceRecord & {
  taskNumber: string;
  taskTitle: string;
  departmentCode: string | null;
  departmentName: string | null;
  supersededBy: string | null;
};

/** What a list of evidence is narrowed by; null leaves a part open. */
export interface EvidenceFilter {
  /** What an office may see. */
  office: Scope;
  /** The department whose reading rights apply; null reads everything of the office's. */
  scope: string | null;
  ledgerId: string | null;
  taskId: string | null;
  departmentId: string | null;
  month: string | null;
  subject: { kind: string; id: string } | null;
  /** Last valid day from and to; null where validity does not matter. */
  validUntil: { from: string; to: string } | null;
  /** Part of the name or description. */
  words: string | null;
  /** Also what is removed or replaced. */
  withPast: boolean;
}

const FIELDS: readonly (keyof EvidenceRecord)[] = [
  'id', 'taskId', 'departmentId', 'sameKey', 'sha256', 'bytes', 'name', 'mediaType', 'canPreview', 'description', 'secrecy', 'month',
  'validUntil', 'isShared', 'ordinal', 'supersedesId', 'supersededOn', 'uploadedOn', 'uploadedAt', 'uploadedBy',
  'uploader', 'removedOn', 'removedBy', 'removalReason', 'version',
]; // prettier-ignore

const COLUMNS = FIELDS.map((field) => snake(field));
const SELECT = `SELECT ${FIELDS.map((field) => `e.${snake(field)} AS "${field}"`).join(', ')},
  t.number AS "taskNumber", t.title AS "taskTitle", d.code AS "departmentCode", d.name AS "departmentName",
  n.id AS "supersededBy"
  FROM evidence e JOIN task t ON t.id = e.task_id LEFT JOIN department d ON d.id = e.department_id
  LEFT JOIN evidence n ON n.supersedes_id = e.id`;

/** The rule of `mayRead`, as a question of the database: rows foreign to a department do not leave it. */
const READABLE = `(e.department_id = ? OR EXISTS (SELECT 1 FROM assignment a WHERE a.task_id = e.task_id
  AND a.department_id = ? AND a.state <> 'WITHDRAWN' AND (a.role = 'LEAD' OR e.is_shared = 1)))`;

const OWNERS = { department: 'e.department_id', ledger: 't.ledger_id' };

/** Keeps the evidence. Nothing is ever deleted: what is removed or replaced stays readable for who may read it. */
@Injectable()
export class EvidenceStore {
  constructor(private readonly db: Database) {}

  /** A piece within what an office may see, or null; what a department may read is the policy's. */
  async one(id: string, scope: Scope): Promise<NamedEvidence | null> {
    const { and, values } = within(scope, OWNERS);
    return (await this.db.read<NamedEvidence>(`${SELECT} WHERE e.id = ?${and}`, [id, ...values]))[0] ?? null;
  }

  /** Evidence by id, in no order; at most 1,000. */
  async many(ids: readonly string[]): Promise<NamedEvidence[]> {
    if (ids.length === 0) return [];
    return this.db.read<NamedEvidence>(`${SELECT} WHERE e.id IN (${marks(ids)})`, [...ids]);
  }

  /** The id of what stands under a key of sameness, or null. */
  async ofKey(sameKey: string): Promise<string | null> {
    const rows = await this.db.read<{ id: string }>('SELECT id FROM evidence WHERE same_key = ?', [sameKey]);
    return rows[0]?.id ?? null;
  }

  /** Keeps a new piece; false when one with the same key or the same predecessor is there already. */
  async insert(record: EvidenceRecord): Promise<boolean> {
    const row = FIELDS.map((field) => record[field]);
    return (await bulkInsert(this.db, 'evidence', COLUMNS, [row], 'keep')) === 1;
  }

  /** Changes a piece if it still has the version given. */
  async update(record: { id: string; version: number }, changes: Partial<EvidenceRecord>): Promise<void> {
    await updateVersioned(this.db, Evidence, record, changes);
  }

  /** A page, the newest first, before an id. */
  async page(filter: EvidenceFilter, before: string | null, limit: number): Promise<NamedEvidence[]> {
    const asked = conditionsOf(filter);
    if (before !== null) asked.push(['e.id < ?', before]);
    const office = within(filter.office, OWNERS);
    const where = asked.map(([condition]) => condition).join(' AND ');
    const values = [...asked.flatMap(([, ...given]) => given), ...office.values];
    return this.db.read<NamedEvidence>(
      `${SELECT} WHERE ${where === '' ? '1 = 1' : where}${office.and} ORDER BY e.id DESC LIMIT ${limit}`,
      values,
    );
  }

  /** All versions of a piece, oldest first, whichever of them is given. */
  async versionsOf(id: string): Promise<NamedEvidence[]> {
    return this.db.read<NamedEvidence>(
      `WITH RECURSIVE earlier(id, prior) AS (
         SELECT id, supersedes_id FROM evidence WHERE id = ?
         UNION ALL SELECT p.id, p.supersedes_id FROM evidence p JOIN earlier r ON p.id = r.prior),
       line(id) AS (
         SELECT id FROM earlier WHERE prior IS NULL
         UNION ALL SELECT l.id FROM evidence l JOIN line ON l.supersedes_id = line.id)
       ${SELECT} WHERE e.id IN (SELECT id FROM line) ORDER BY e.ordinal`,
      [id],
    );
  }
}

type Condition = readonly [condition: string, ...values: string[]];

function conditionsOf(filter: EvidenceFilter): Condition[] {
  const { scope, ledgerId, taskId, departmentId, month, subject, validUntil, words } = filter;
  const asked: (Condition | null)[] = [
    scope === null ? null : [READABLE, scope, scope],
    ledgerId === null ? null : ['t.ledger_id = ?', ledgerId],
    taskId === null ? null : ['e.task_id = ?', taskId],
    departmentId === null ? null : ['e.department_id = ?', departmentId],
    month === null ? null : ['e.month = ?', month],
    subject === null ? null : [LINKED, subject.kind, subject.id],
    validUntil === null ? null : ['e.valid_until BETWEEN ? AND ?', validUntil.from, validUntil.to],
    words === null ? null : [WORDS, `%${likeText(words)}%`, `%${likeText(words)}%`],
    filter.withPast ? null : ['e.removed_on IS NULL AND e.superseded_on IS NULL'],
  ];
  return asked.filter((condition) => condition !== null);
}

const LINKED = `EXISTS (SELECT 1 FROM evidence_link k WHERE k.evidence_id = e.id AND k.is_active = 1
  AND k.subject_kind = ? AND k.subject_id = ?)`;
const WORDS = `(e.name LIKE ? ESCAPE '!' OR e.description LIKE ? ESCAPE '!')`;
