import type { Day } from '../../../domain/calendar/day.js';
import { archiveList, type ArchiveLine } from '../../../domain/procedure/archive.js';
import { citation } from '../../../domain/procedure/names.js';
import type { Procedure } from '../../../domain/procedure/entry.js';
import type { OfficialPaper } from '../../../platform/office/write-document.js';

/** What an archive list bears besides its lines. */
export interface ArchiveHead {
  title: string;
  number: string;
  department: string;
  day: Day;
}

const HEADER = ['序号', '环节', '依据', '材料', '归入日期', '情况'];

/** 归档目录 (第三十三条: 及时完整归档): every paper of every step in order, filed, missing or not needed. Pure. */
export function archivePaper(procedure: Procedure, head: ArchiveHead): OfficialPaper {
  const lines = archiveList(procedure);
  const missing = lines.filter(isMissing);
  const rows = lines.map((line, i) => [
    String(i + 1),
    line.step.name,
    citation(procedure.definition, line.step.article),
    line.document.name,
    line.filed.at(-1)?.recordedOn ?? '',
    standingOf(line),
  ]);
  return {
    title: `《${head.title}》决策档案归档目录`,
    author: head.department,
    day: head.day,
    blocks: [
      { kind: 'paragraph', text: `决策事项编号：${head.number}。承办单位：${head.department}。` },
      { kind: 'paragraph', text: summaryOf(lines.length, missing) },
      { kind: 'table', header: HEADER, rows, shares: [2, 6, 8, 9, 4, 6], centred: [0, 4] },
    ],
    signature: head.department,
  };
}

/** 缺项清单 as plain text, a line each; says so when nothing is missing. */
export function missingText(procedure: Procedure): string {
  const missing = archiveList(procedure).filter(isMissing);
  if (missing.length === 0) return '应归档材料齐全。\n';
  return `${missing.map(({ step, document }, i) => `${i + 1}. ${step.name}：${document.name}`).join('\n')}\n`;
}

function isMissing({ wanted, document, filed }: ArchiveLine): boolean {
  return wanted && document.required && filed.length === 0;
}

function standingOf(line: ArchiveLine): string {
  if (line.filed.length > 0) return line.filed.length === 1 ? '已归档' : `已归档（${line.filed.length}份）`;
  if (!line.wanted) return '不适用';
  return line.document.required ? '缺' : '无（非必需）';
}

function summaryOf(all: number, missing: readonly ArchiveLine[]): string {
  const rest =
    missing.length === 0
      ? '应归档材料齐全'
      : `尚缺${missing.map(({ document }) => document.name).join('、')}`;
  return `本目录所列材料${all}种，${rest}。`;
}
