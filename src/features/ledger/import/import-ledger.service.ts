import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { Clock } from '../../../platform/clock/clock.js';
import { newId } from '../../../platform/database/id.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Progress } from '../../../platform/http/progress/progress.js';
import { contentOf, ledgerCode, type ImportContent, type ImportHeadings } from './import-content.js';
import { ImportFiles } from './import-files.js';
import { importEmpty } from './import.errors.js';
import { ImportPreviews } from './import-previews.js';
import type { LedgerReading } from '../sheet/ledger-row.js';
import type { LedgerContext } from '../sheet/row-context.js';
import { requireOffice } from '../tasks/task.policy.js';
import { IMPORT_STAGES as STAGES } from './read-ledger-file.js';

/** What a user says of a file he brings. */
export interface ImportOptions {
  kind: 'LEDGER' | 'NOTICE';
  year: number;
  issuedOn?: Day | null;
  /** Code of the ledger the rows go to; the year's key-task ledger where none is given. */
  ledger?: string;
  ledgerKind?: 'KEY_TASKS' | 'DEMONSTRATION' | 'ACTION_ITEMS';
}

/** 导入: a file is read and shown; nothing enters the ledger before it is committed. */
@Injectable()
export class ImportLedgerService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: ImportFiles,
    private readonly previews: ImportPreviews,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly progress: Progress,
  ) {}

  /** Reads a file without keeping anything: the dry run. */
  async read(bytes: Buffer, name: string, options: ImportOptions): Promise<LedgerReading> {
    return this.files.read(bytes, name, { year: options.year, issuedOn: options.issuedOn ?? null });
  }

  /** Keeps the file and its rows as a preview; gives the import. Refuses a notice without any task. */
  async preview(bytes: Buffer, name: string, options: ImportOptions): Promise<ImportContent> {
    requireOffice(currentActor(), '导入台账');
    const reading = await this.read(bytes, name, options);
    // A table whose columns nobody recognised can still be told what they mean; a text cannot.
    if (reading.rows.length === 0 && options.kind === 'NOTICE') throw importEmpty();
    this.progress.say(STAGES - 1, STAGES, `正在保存 ${reading.rows.length} 行…`);
    const fileSha256 = await this.files.keep(bytes);
    const ledgerKind = options.ledgerKind ?? 'KEY_TASKS';
    const ledger = options.ledger ?? ledgerCode(ledgerKind, options.year);
    return this.unitOfWork.run(async () => {
      const id = newId();
      const headings = headingsOf(reading, ledger, ledgerKind);
      await this.previews.insert({
        id,
        fileName: name.slice(0, 200),
        fileSha256,
        kind: options.kind,
        year: options.year,
        issuedOn: options.issuedOn ?? reading.heading.issuedOn,
        mapping: {},
        rows: reading.rows,
        headings,
        state: 'PREVIEW',
        ledgerId: null,
        createdOn: this.clock.today(),
        version: 1,
      });
      const after = { fileName: name, fileSha256, ...reading.summary };
      this.audit.record({ operation: 'ledger.preview', objectKind: 'ledger-import', objectId: id, after });
      return contentOf(await this.previews.open(id));
    });
  }

  /** Reads the kept file again with the user's own reading of its columns; fixes made before are read over. */
  async map(
    id: string,
    mapping: NonNullable<LedgerContext['mapping']>,
    version?: number,
  ): Promise<ImportContent> {
    requireOffice(currentActor(), '指定各列含义');
    const before = contentOf(await this.previews.open(id, version));
    const { fileName, fileSha256, year, issuedOn } = before;
    const reading = await this.files.readKept(fileSha256, fileName, { year, issuedOn, mapping });
    return this.unitOfWork.run(async () => {
      const record = await this.previews.open(id, before.version);
      const headings = headingsOf(reading, before.headings.ledger, before.headings.ledgerKind);
      await this.previews.change(record, { rows: reading.rows, headings, mapping });
      return contentOf(await this.previews.open(id));
    });
  }
}

function headingsOf(reading: LedgerReading, ledger: string, ledgerKind: string): ImportHeadings {
  const { heading, skipped, notices, columns } = reading;
  return { heading, skipped, notices, columns, ledger, ledgerKind };
}
