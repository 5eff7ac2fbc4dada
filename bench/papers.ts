import 'reflect-metadata';
import { read, utils } from '@e965/xlsx';
import { Document, Packer, Paragraph } from 'docx';
import ExcelJS from 'exceljs';
import { extractRawText } from 'mammoth';
import { ExportBoardService } from '../src/features/dashboard/board/export-board.service.js';
import { BULLETIN_WRITERS } from '../src/features/papers/bulletin-format.js';
import type { BulletinContent } from '../src/features/papers/bulletin-content.js';
import { IssueBulletin } from '../src/features/papers/issue-bulletin.service.js';
import { DispatchReader } from '../src/features/dispatch/dispatch.reader.js';
import { JobRegistry } from '../src/platform/jobs/job-registry.js';
import { JobRunner } from '../src/platform/jobs/job-runner.js';
import { FREEZE_JOB, monthSlot } from '../src/platform/jobs/slot-names.js';
import { LEDGER_CODE } from '../test/support/mass-data.js';
import { answer, spentOn } from './child.js';
import { MONTH } from './month.js';
import { openProduct } from './product.js';

/** Seconds of one kind of paper, ours and the bare library's. */
interface PaperTime {
  name: string;
  files: number;
  bytes: number;
  seconds: number;
  bare: number;
}

/** What the child answers. */
export interface PaperTimes {
  papers: PaperTime[];
}

// Child: freezes the month, issues its bulletin, writes its files and the list of each department. Words: id of the
// ledger, number of departments.
const [ledgerId = '', departments = '0'] = process.argv.slice(2);
const app = await openProduct();
await app.get(JobRunner).workSlot(app.get(JobRegistry).job(FREEZE_JOB), monthSlot(ledgerId, MONTH), true);
const round = await app.get(DispatchReader).round(ledgerId, MONTH);
const issued = await app.get(IssueBulletin).issue(round?.id ?? '');
const content = JSON.parse(issued.content) as BulletinContent;
const codes = Array.from({ length: Number(departments) }, (_, i) => `D${i}`);
const boards = app.get(ExportBoardService);
const papers = [
  await compared('bulletin .docx', [() => BULLETIN_WRITERS.docx(content)], bareDocument),
  await compared('bulletin .xlsx', [() => BULLETIN_WRITERS.xlsx(content)], bareWorkbook),
  await compared(
    'list .xlsx',
    codes.map(
      (code) => async () =>
        (await boards.export({ ledger: LEDGER_CODE, department: code, sort: 'number', part: 'ANY' })).bytes,
    ),
    bareWorkbook,
  ),
];
await app.close();
answer({ papers } satisfies PaperTimes);

/** Writes every file, then has the bare library write the same texts; reading the texts back is not counted. */
async function compared(
  name: string,
  writers: readonly (() => Promise<Buffer>)[],
  prepareBare: (bytes: Buffer) => Promise<() => Promise<unknown>>,
): Promise<PaperTime> {
  const files: Buffer[] = [];
  const ours = await spentOn(async () => {
    for (const write of writers) files.push(await write());
  });
  const bareWriters: (() => Promise<unknown>)[] = [];
  for (const file of files) bareWriters.push(await prepareBare(file));
  const bare = await spentOn(async () => {
    for (const write of bareWriters) await write();
  });
  const bytes = files.reduce((sum, file) => sum + file.length, 0);
  return { name, files: files.length, bytes, seconds: ours.seconds, bare: bare.seconds };
}

async function bareDocument(bytes: Buffer): Promise<() => Promise<unknown>> {
  const { value } = await extractRawText({ buffer: bytes });
  const lines = value.split('\n').filter((line) => line !== '');
  return () =>
    Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }));
}

async function bareWorkbook(bytes: Buffer): Promise<() => Promise<unknown>> {
  const book = read(bytes);
  const sheets = book.SheetNames.map((name) => ({
    name,
    rows: utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1 }),
  }));
  return async () => {
    const bare = new ExcelJS.Workbook();
    for (const { name, rows } of sheets) bare.addWorksheet(name).addRows(rows);
    await bare.xlsx.writeBuffer();
  };
}
