import type { Day } from '../../domain/calendar/day.js';
import { writeDocument } from '../../platform/office/write-document.js';
import { writeWorkbook } from '../../platform/office/write-workbook.js';
import { pdfOfLines } from './demo-pdf.js';
import { pictureOf } from './demo-picture.js';

/** What a made-up file is about. */
export interface DemoFileFacts {
  /** What the record calls it, without extension. */
  title: string;
  task: string;
  department: string;
  text: string;
  day: Day;
}

/** A file with its name. */
export interface DemoFile {
  name: string;
  bytes: Buffer;
}

const PICTURES = /照片|截图|网页/;
const TABLES = /表|名单|台账|目录|清单|成绩/;
const SCANS = /通知|意见|文本|纪要|通报|回执|制度|批|函/;

/** Makes the file a record speaks of, in the form an office would have it; the same bytes for the same facts. */
export async function demoFile(facts: DemoFileFacts): Promise<DemoFile> {
  const { title, task, department, text, day } = facts;
  const lines = [`${title}（演示）`, `任务：${task}`, `单位：${department}`, `日期：${day}`];
  if (PICTURES.test(title)) return { name: `${title}.png`, bytes: pictureOf(seedOf(lines.join('')) + title.length) };
  if (TABLES.test(title)) {
    const rows = [[title], ['事项', '内容'], ['任务', task], ['单位', department], ['情况', text], ['日期', day]];
    const sheets = [{ name: '材料', rows, widths: [12, 60], borderedFrom: 1 }];
    return { name: `${title}.xlsx`, bytes: await writeWorkbook({ title, author: department, day, sheets }) };
  }
  if (SCANS.test(title)) return { name: `${title}.pdf`, bytes: pdfOfLines(lines) };
  const blocks = [...lines.slice(1, 3), text].map((each) => ({ kind: 'paragraph' as const, text: each }));
  const paper = { title, author: department, day, blocks, signature: department };
  return { name: `${title}.docx`, bytes: await writeDocument(paper) };
} // prettier-ignore

/** A whole number that depends on every character. */
function seedOf(text: string): number {
  let seed = 0;
  for (const character of text) seed = (seed * 31 + (character.codePointAt(0) ?? 0)) % 100_003;
  return seed;
}
