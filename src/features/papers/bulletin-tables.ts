import { groupedBy } from '../../domain/grouped-by.js';
import { lightLabels } from '../../domain/light/light.js';
import { redStreakText } from '../../domain/light/red-streak.js';
import type { SnapshotRow } from '../../domain/snapshot/snapshot-row.js';
import type { BulletinTable } from './bulletin-content.js';
import { groupByTask, leadsOf, type BulletinFacts, type TaskGroup } from './bulletin-facts.js';
import { isMissing } from './bulletin-problems.js';
import { dueWords } from './bulletin-words.js';

/** 附件1 任务进度表: one row a task, in the order of the ledger. */
export function progressTable({ rows }: BulletinFacts): BulletinTable {
  return {
    title: '任务进度表',
    header: ['序号', '任务', '牵头单位', '时限', '本月进展', '核定进度%', '灯', '备注'],
    rows: groupByTask(rows).map((group) => {
      const { task } = group;
      return [
        task.number,
        task.title,
        leadsOf(group).join('、'),
        dueWords(task.dueOn),
        task.reportText,
        task.verifiedProgress,
        lightLabels[task.light],
        remarks(task),
      ];
    }),
    shares: [2, 7, 5, 5, 9, 3, 3, 6],
    centred: [0, 5, 6],
    lightColumn: 6,
  };
}

/** 附件2 单位情况表: one row a department that has a part in the ledger, in the order of department codes. */
export function departmentTable({ rows }: BulletinFacts): BulletinTable {
  const parts = rows.filter(({ role }) => role !== 'TASK');
  const departments = groupedBy(parts, ({ departmentCode }) => departmentCode);
  const codes = [...departments.keys()].sort((a, b) => (a < b ? -1 : 1));
  return {
    title: '单位情况表',
    header: ['序号', '单位', '牵头', '配合', '办结', '红灯', '黄灯', '未报', '迟报', '退回'],
    rows: codes.map((code, i) => [i + 1, ...departmentRow(departments.get(code) ?? [])]),
    shares: [2, 8, 2, 2, 2, 2, 2, 2, 2, 2],
    centred: [0, 2, 3, 4, 5, 6, 7, 8, 9],
    lightColumn: null,
  };
}

/** 附件3 红黄灯清单: red before yellow, each with its reason, the department's measures and the deadline to come. */
export function lightTable({ rows }: BulletinFacts): BulletinTable {
  const groups = groupByTask(rows);
  const listed = (['RED', 'YELLOW'] as const).flatMap((light) =>
    groups.filter(({ task }) => task.light === light),
  );
  return {
    title: '红黄灯清单',
    header: ['序号', '任务', '牵头单位', '灯', '原因', '存在问题', '下步措施', '时限'],
    rows: listed.map((group, i) => [i + 1, ...lightRow(group)]),
    shares: [2, 6, 4, 3, 8, 6, 6, 5],
    centred: [0, 3],
    lightColumn: 3,
  };
}

function lightRow(group: TaskGroup): string[] {
  const { task } = group;
  const title = `${task.number}. ${task.title}`;
  return [
    title,
    leadsOf(group).join('、'),
    lightLabels[task.light],
    task.explanation,
    task.problems,
    task.nextStep,
    dueWords(task.dueOn),
  ];
}

function departmentRow(parts: readonly SnapshotRow[]): (string | number)[] {
  const count = (test: (row: SnapshotRow) => boolean) => parts.filter(test).length;
  return [
    parts[0]?.departmentName ?? '',
    count((row) => row.role === 'LEAD'),
    count((row) => row.role === 'SUPPORT'),
    count((row) => row.light === 'DONE'),
    count((row) => row.light === 'RED'),
    count((row) => row.light === 'YELLOW'),
    count(isMissing),
    count((row) => row.reportIsLate === 1),
    count((row) => row.reportState === 'RETURNED'),
  ];
}

/** What the table cannot show elsewhere: overdue days, extensions, 会前改期, red months running, claimed but not verified. */
function remarks(task: SnapshotRow): string {
  const { overdueDays, extensions, originalDueOn, dueOn, targetCount, count, targetUnit } = task;
  return [
    overdueDays > 0 ? `逾期${overdueDays}天` : '',
    redStreakText(task.redMonths),
    extensions > 0 || originalDueOn !== dueOn ? `原时限${dueWords(originalDueOn)}，延期${extensions}次` : '',
    task.beforeMeeting === 1 ? '会前改期' : '',
    targetCount === null ? '' : `完成${count ?? 0}/${targetCount}${targetUnit}`,
  ]
    .filter((text) => text !== '')
    .join('；');
}
