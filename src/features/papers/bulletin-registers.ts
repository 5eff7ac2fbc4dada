import { lightLabels } from '../../domain/light/light.js';
import { NOTHING_DUE, percentOf } from '../../domain/rate/fraction.js';
import type { Register, RegisterRow } from '../../domain/snapshot/register-row.js';
import type { BulletinPart, BulletinTable } from './bulletin-content.js';
import type { BulletinFacts } from './bulletin-facts.js';
import { chineseNumber, dueWords, withoutStop } from './bulletin-words.js';

/** 月调度会第 4 项专题: registers a bulletin tells of beside the tasks, in this order. */
const TOLD: readonly (readonly [Register, string, string])[] = [
  ['DECISIONS', '重大行政决策', '重大行政决策进展表'],
  ['HEARINGS', '行政机关负责人出庭应诉', '行政机关负责人出庭应诉情况表'],
];

/** What follows the indicators under 二、分项情况: a paragraph per register that has anything; `before` headings stand already. */
export function registerParts(facts: BulletinFacts, before: number): BulletinPart[] {
  const told = TOLD.filter(([register]) => rowsOf(facts, register).length > 0);
  return told.flatMap(([register, name], i): BulletinPart[] => [
    { kind: 'subheading', text: `（${chineseNumber(before + i + 1)}）${name}` },
    { kind: 'text', text: `${figureWords(facts, register)}${warned(rowsOf(facts, register))}` },
  ]);
}

/** 附件: where each thing stands, one row each; no table where there is nothing. */
export function registerTables(facts: BulletinFacts): BulletinTable[] {
  return TOLD.flatMap(([register, , title]) => {
    const rows = rowsOf(facts, register);
    return rows.length === 0 ? [] : [tableOf(title, rows)];
  });
}

function tableOf(title: string, rows: readonly RegisterRow[]): BulletinTable {
  return {
    title,
    header: ['序号', '事项', '单位', '时限', '所处环节', '灯', '说明'],
    rows: rows.map((row, i) => [
      i + 1,
      `${row.number} ${row.title}`,
      row.departmentName,
      dueWords(row.dueOn),
      row.standing,
      lightLabels[row.light],
      row.explanation,
    ]),
    shares: [2, 8, 4, 5, 5, 3, 10],
    centred: [0, 5],
    lightColumn: 5,
  };
}

function rowsOf({ registers }: BulletinFacts, register: Register): readonly RegisterRow[] {
  return registers.filter((row) => row.register === register);
}

/** The numbers frozen with the month; a register that froze none is told by its lights alone. */
function figureWords({ registerFigures }: BulletinFacts, register: Register): string {
  const figures = registerFigures[register];
  if (!figures) return '';
  const n = (name: string): number => figures[name] ?? 0;
  if (register === 'DECISIONS') {
    return `年度目录内事项${n('identified')}项，已完成${n('finished')}项，正在推进${n('underWay')}项。`;
  }
  const head = `本年累计开庭${n('hearings')}次，应由负责人出庭${n('obligations')}件，已出庭${n('fulfilled')}件，`;
  const rate = rateWords(n('fulfilled'), n('obligations'));
  return `${head}${rate}。`;
}

/** The rate with its fraction; 无应出庭案件 where nobody had to appear. */
function rateWords(numerator: number, denominator: number): string {
  const percent = percentOf({ numerator, denominator });
  if (percent === null) return NOTHING_DUE;
  return `出庭应诉率${percent === 100 ? '100' : percent.toFixed(1)}%（${numerator}/${denominator}）`;
}

function warned(rows: readonly RegisterRow[]): string {
  const texts = (['RED', 'YELLOW'] as const).flatMap((light) =>
    rows
      .filter((row) => row.light === light)
      .map(
        (row) =>
          `《${row.title}》（${row.departmentName}）${lightLabels[light]}，${withoutStop(row.explanation)}`,
      ),
  );
  return texts.length === 0 ? '' : `需要关注的${texts.length}项：${texts.join('；')}。`;
}
