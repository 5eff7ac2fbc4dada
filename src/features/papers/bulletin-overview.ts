import { groupedBy } from '../../domain/grouped-by.js';
import type { SnapshotRow } from '../../domain/snapshot/snapshot-row.js';
import { monthInWords } from '../../domain/calendar/words.js';
import type { LightCounts, SnapshotTotals } from '../../domain/snapshot/snapshot-totals.js';
import type { BulletinPart, BulletinSection } from './bulletin-content.js';
import { groupByTask, indicatorOf, type BulletinFacts } from './bulletin-facts.js';
import { registerParts } from './bulletin-registers.js';
import { chineseNumber, percentWords, signedWords } from './bulletin-words.js';

const LIGHT_WORDS: readonly (readonly [keyof LightCounts, string])[] = [
  ['DONE', '已办结'],
  ['GREEN', '绿灯'],
  ['YELLOW', '黄灯'],
  ['RED', '红灯'],
];

/** 一、总体情况: how many tasks, their lights, their pace, and the difference from the month before. */
export function overview(facts: BulletinFacts): BulletinSection {
  const { totals, previous, month, ledgerTitle } = facts;
  const texts = [
    `截至${monthInWords(month)}底，《${ledgerTitle}》共有任务${totals.tasks}项。其中，${lightWords(totals)}。`,
    `从序时进度看，${paceWords(totals)}。`,
    previous
      ? `与${monthInWords(previous.month)}相比，${changeWords(previous.totals, totals)}。`
      : '本期为该台账首次通报，不作环比。',
  ];
  return { heading: '一、总体情况', parts: texts.map((text): BulletinPart => ({ kind: 'text', text })) };
}

/** 二、分项情况: the same by level-1 indicator, in the order of the ledger; then the other registers. */
export function byIndicator(facts: BulletinFacts): BulletinSection {
  const groups = groupedBy(groupByTask(facts.rows), ({ task }) => indicatorOf(task));
  const parts = [...groups].flatMap(([name, members], i): BulletinPart[] => [
    { kind: 'subheading', text: `（${chineseNumber(i + 1)}）${name}` },
    { kind: 'text', text: indicatorText(members.map((member) => member.task)) },
  ]);
  return { heading: '二、分项情况', parts: [...parts, ...registerParts(facts, groups.size)] };
}

function indicatorText(tasks: readonly SnapshotRow[]): string {
  const counts = LIGHT_WORDS.map(
    ([light, word]) => [word, tasks.filter((t) => t.light === light).length] as const,
  );
  const shown = counts.filter(([, n]) => n > 0).map(([word, n]) => `${word}${n}项`);
  const reds = tasks.filter((task) => task.light === 'RED');
  const named =
    reds.length > 0 ? `红灯任务为${reds.map((t) => `第${t.number}项《${t.title}》`).join('、')}。` : '';
  const grey = tasks.filter((task) => task.light === 'GREY').length;
  const rest = grey > 0 ? `不计灯${grey}项` : '';
  return `任务${tasks.length}项：${[...shown, rest].filter(Boolean).join('，')}。${named}`;
}

function lightWords({ tasks, lights }: SnapshotTotals): string {
  const words = LIGHT_WORDS.map(
    ([light, word]) => `${word}${lights[light]}项（${percentWords(lights[light], tasks)}）`,
  );
  return [...words, ...(lights.GREY > 0 ? [`不计灯（中止、撤销、合并）${lights.GREY}项`] : [])].join('，');
}

function paceWords({ progress }: SnapshotTotals): string {
  const { ahead, onSchedule, behind, done, other } = progress;
  const words = [`超进度${ahead}项`, `达进度${onSchedule}项`, `欠进度${behind}项`, `已完成${done}项`];
  return [...words, ...(other > 0 ? [`其他（不作序时比较）${other}项`] : [])].join('，');
}

function changeWords(before: SnapshotTotals, now: SnapshotTotals): string {
  const words = LIGHT_WORDS.map(
    ([light, word]) => `${word}${signedWords(now.lights[light] - before.lights[light])}`,
  );
  const behind = `欠进度${signedWords(now.progress.behind - before.progress.behind)}`;
  return [`任务总数${signedWords(now.tasks - before.tasks)}`, ...words, behind].join('，');
}
