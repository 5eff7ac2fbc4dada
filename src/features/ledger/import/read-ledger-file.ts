import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Progress } from '../../../platform/http/progress/progress.js';
import type { OfficeDocument } from '../../../platform/office/office-document.js';
import { readOfficeFile } from '../../../platform/office/read-office-file.js';
import { CalendarReader } from '../../calendar/calendar.reader.js';
import { OrganizationReader } from '../../organization/organization.reader.js';
import type { LedgerReading } from '../sheet/ledger-row.js';
import { readLedgerDocument } from '../sheet/read-ledger-document.js';
import type { LedgerContext } from '../sheet/row-context.js';

/** 上传、识别、解析、保存: how many steps the person who imports sees. */
export const IMPORT_STAGES = 4;

/** What a file is read against. */
export interface ReadingOptions {
  year: number;
  issuedOn: Day | null;
  mapping?: LedgerContext['mapping'];
}

/** Reads ledgers and notices out of office files. Slow: never inside a unit of work. */
@Injectable()
export class ReadLedgerFile {
  constructor(
    private readonly organization: OrganizationReader,
    private readonly calendars: CalendarReader,
    private readonly clock: Clock,
    private readonly progress: Progress,
  ) {}

  /**
   * Takes a file's bytes and name; gives its rows. Departments are those of the issue day: the one given, else the one in
   * the heading, else today's. Refuses files that cannot be opened (FILE_…); what stands in them is told row by row.
   */
  async read(bytes: Buffer, name: string, options: ReadingOptions): Promise<LedgerReading> {
    this.progress.say(1, IMPORT_STAGES, `已上传 ${Math.ceil(bytes.length / 1024)} KB，正在识别文件…`);
    const document = await readOfficeFile(bytes, name);
    this.progress.say(2, IMPORT_STAGES, `正在解析${sizeOf(document)}…`);
    const calendar = await this.calendars.calendar();
    const against = async (asOf: Day): Promise<LedgerReading> =>
      readLedgerDocument(document, {
        ...options,
        calendar,
        register: await this.organization.register(asOf),
      });
    const reading = await against(options.issuedOn ?? this.clock.today());
    const { issuedOn } = reading.heading;
    return options.issuedOn === null && issuedOn !== null ? against(issuedOn) : reading;
  }
}

/** How much there is to parse, as far as the opened file tells. */
function sizeOf(document: OfficeDocument): string {
  if (document.kind === 'workbook')
    return ` ${document.sheets.reduce((n, { rows }) => n + rows.length, 0)} 行`;
  return document.kind === 'text' ? '文字' : ` ${document.blocks.length} 段`;
}
