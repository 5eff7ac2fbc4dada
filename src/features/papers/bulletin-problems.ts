import { redStreakText } from '../../domain/light/red-streak.js';
import { monthInWords } from '../../domain/calendar/words.js';
import type { SnapshotRow } from '../../domain/snapshot/snapshot-row.js';
import type { BulletinPart, BulletinSection } from './bulletin-content.js';
import { groupByTask, leadsOf, type BulletinFacts, type TaskGroup } from './bulletin-facts.js';
import { withoutStop } from './bulletin-words.js';

/** 三、存在问题: red and yellow tasks by name, reports that were missing, late or returned, and what to correct. */
export function problems(facts: BulletinFacts): BulletinSection {
  const groups = groupByTask(facts.rows);
  const parts = [
    ...lightPart(
      '（一）红灯任务',
      '红灯',
      groups.filter(({ task }) => task.light === 'RED'),
    ),
    ...lightPart(
      '（二）黄灯任务',
      '黄灯',
      groups.filter(({ task }) => task.light === 'YELLOW'),
    ),
    ...reportPart(facts.rows),
  ];
  return { heading: '三、存在问题', parts };
}

/** 追溯更正: what earlier bulletins said and what is right; an empty list where there is nothing. */
export function corrections({ corrections: list }: BulletinFacts): BulletinPart[] {
  if (list.length === 0) return [];
  const texts = list.map(
    (c, i) =>
      `${i + 1}. ${monthInWords(c.month)}通报中，第${c.taskNumber}项《${c.taskTitle}》${c.department ? `${c.department}的` : ''}` +
      `${fieldWords(c.field)}“${c.was || '空'}”更正为“${c.now || '空'}”，原因：${withoutStop(c.reason)}。`,
  );
  return [
    { kind: 'subheading', text: '（四）追溯更正' },
    { kind: 'text', text: '以下更正不改变原月份的快照，自本月起按更正后的情况计算：' },
    ...texts.map((text): BulletinPart => ({ kind: 'text', text })),
  ];
}

function lightPart(heading: string, word: string, groups: readonly TaskGroup[]): BulletinPart[] {
  const lines = groups.map(({ task, parts }, i) => {
    const leads = leadsOf({ task, parts }).join('、') || '未明确牵头单位';
    const streak = redStreakText(task.redMonths);
    return `${i + 1}. 第${task.number}项《${task.title}》（牵头单位：${leads}）：${withoutStop(task.explanation)}${streak ? `；${streak}` : ''}。`;
  });
  const summary = groups.length === 0 ? `本月没有${word}任务。` : `本月${word}任务${groups.length}项：`;
  return [
    { kind: 'subheading', text: heading },
    ...[summary, ...lines].map((text): BulletinPart => ({ kind: 'text', text })),
  ];
}

function reportPart(rows: readonly SnapshotRow[]): BulletinPart[] {
  const parts = rows.filter((row) => row.role !== 'TASK');
  const texts = [
    namesWords('未报送', parts.filter(isMissing)),
    namesWords(
      '逾期报送',
      parts.filter((row) => row.reportIsLate === 1),
    ),
    namesWords(
      '报送后被退回、尚未重报',
      parts.filter((row) => row.reportState === 'RETURNED'),
    ),
  ].filter((text) => text !== '');
  return [
    { kind: 'subheading', text: '（三）月报报送' },
    ...(texts.length > 0 ? texts : ['本月各单位均按时报送进展月报。']).map((text): BulletinPart => ({
      kind: 'text',
      text,
    })),
  ];
}

/** No report came in before the month was frozen. */
export function isMissing(row: Pick<SnapshotRow, 'reportState'>): boolean {
  return row.reportState === 'MISSING' || row.reportState === 'DRAFT';
}

/** Departments by how many, most first; names decide ties so that the same month always reads the same. */
function namesWords(what: string, rows: readonly SnapshotRow[]): string {
  if (rows.length === 0) return '';
  const counts = new Map<string, number>();
  for (const { departmentName } of rows) counts.set(departmentName, (counts.get(departmentName) ?? 0) + 1);
  const named = [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([name, n]) => `${name}（${n}项）`);
  return `${what}的${rows.length}项，涉及${counts.size}个单位：${named.join('、')}。`;
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  verifiedProgress: '核定进度',
  claimedProgress: '填报进度',
  count: '完成数量',
  light: '灯',
  text: '进展情况',
};

function fieldWords(field: string): string {
  return FIELD_WORDS[field] ?? field;
}
