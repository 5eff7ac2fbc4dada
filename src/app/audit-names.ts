import { auditWords, sentenceOf } from '../features/dashboard/task-page/audit-words.js';
import type { AuditNames, NamedOperation } from '../platform/audit-page/audit-names.js';
import { AUDIT_FIELD_NAMES } from './audit-field-names.js';
import { OBJECT_KINDS } from './audit-object-kinds.js';
import { OPERATION_NAMES } from './audit-operation-names.js';

/** What operations are listed under, by how their codes begin, in the order in which they are offered. */
const GROUPS: Readonly<Record<string, string>> = {
  identity: '账号与登录',
  access: '越权访问',
  organization: '单位与岗位',
  calendar: '工作日历',
  ledger: '台账与任务',
  evidence: '佐证材料',
  reporting: '月报与办结',
  decisions: '重大行政决策',
  litigation: '行政应诉',
  dispatch: '月调度',
  reminder: '提醒与送达',
  reminders: '提醒与送达',
  papers: '月通报',
  dashboard: '任务列表与岗位交接',
  audit: '审计日志',
  queue: '后台任务',
  'self-check': '运行自检',
  backup: '备份与恢复',
  clock: '系统时间',
};

const PREFIXES = Object.keys(GROUPS);
const NO_FACTS = { before: {}, after: {}, departmentName: () => '' };

function named(code: string): NamedOperation {
  const prefix = prefixOf(code);
  // What is said of a task in one sentence is its name too, unless the sentence needs facts or the task to be understood.
  return { code, name: OPERATION_NAMES[code] ?? sentenceOf(code, NO_FACTS), group: GROUPS[prefix] ?? prefix };
}

function prefixOf(code: string): string {
  return code.slice(0, code.indexOf('.'));
}

/** What the auditor reads instead of codes. Sorted by group, within a group as the sentences stand. */
export const auditNames: AuditNames = {
  operations: Object.keys(auditWords)
    .toSorted((a, b) => PREFIXES.indexOf(prefixOf(a)) - PREFIXES.indexOf(prefixOf(b)))
    .map(named),
  objectKinds: OBJECT_KINDS,
  fields: AUDIT_FIELD_NAMES,
};
