import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { Clock } from '../../../platform/clock/clock.js';
import { newId } from '../../../platform/database/id.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Progress } from '../../../platform/http/progress/progress.js';
import { isReady } from '../../../domain/phrases/deadline-resolution.js';
import { carryFixes } from './fix-row.js';
import {
  contentOf,
  ledgerCode,
  summaryOf,
  type ImportContent,
  type ImportHeadings,
} from './import-content.js';
import { ImportFiles } from './import-files.js';
import { importEmpty } from './import.errors.js';
import { ImportPreviews } from './import-previews.js';
import type { LedgerReading } from '../sheet/ledger-row.js';
import type { ColumnMapping } from '../sheet/find-header.js';
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

  /**
   * Keeps the file and its rows as a preview; gives the import. Refuses a notice without any task. With a former import:
   * what was decided there holds on (its ledger, its columns, the fixes of rows that came back as they were), and it ends.
   */
  async preview(
    bytes: Buffer,
    name: string,
    wish: ImportOptions & { former?: string },
  ): Promise<ImportContent> {
    requireOffice(currentActor(), '导入台账');
    const former = wish.former === undefined ? null : contentOf(await this.previews.any(wish.former));
    const options = former ? withDecisions(wish, former) : wish;
    const reading = await this.readAfter(bytes, name, options, former);
    // A table whose columns nobody recognised can still be told what they mean; a text cannot.
    if (reading.rows.length === 0 && options.kind === 'NOTICE') throw importEmpty();
    this.progress.say(STAGES - 1, STAGES, `正在保存 ${reading.rows.length} 行…`);
    const fileSha256 = await this.files.keep(bytes);
    const { ledger, ledgerKind } = whereTo(options);
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
        mapping: former?.mapping ?? {},
        rows: reading.rows,
        headings,
        state: 'PREVIEW',
        ledgerId: null,
        jurisdiction: currentActor().jurisdiction,
        createdOn: this.clock.today(),
        version: 1,
      });
      if (former?.state === 'PREVIEW') await this.giveWay(former.id);
      const after = { fileName: name, fileSha256, ...summaryOf(reading.rows) };
      this.audit.record({ operation: 'ledger.preview', objectKind: 'ledger-import', objectId: id, after });
      return contentOf(await this.previews.open(id));
    });
  }

  /** Reads a file with the columns a former import was told, and with the fixes of its rows. */
  private async readAfter(
    bytes: Buffer,
    name: string,
    { year, issuedOn = null }: ImportOptions,
    former: ImportContent | null,
  ): Promise<LedgerReading> {
    if (former === null) return this.files.read(bytes, name, { year, issuedOn });
    const mapping = former.mapping as ColumnMapping;
    const told = Object.keys(mapping).length > 0 ? { mapping } : {};
    const reading = await this.files.read(bytes, name, { year, issuedOn, ...told });
    return { ...reading, rows: carryFixes(reading.rows, former.rows, isReady) };
  }

  /** Reads the kept file again with the user's own reading of its columns; what was set right in its rows holds on. */
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
      const rows = carryFixes(reading.rows, before.rows, isReady);
      await this.previews.change(record, { rows, headings, mapping });
      return contentOf(await this.previews.open(id));
    });
  }

  /** The preview before it is given up, since only one of the two may enter the ledger. */
  private async giveWay(id: string): Promise<void> {
    await this.previews.end(await this.previews.open(id), { state: 'DISCARDED' });
    this.audit.record({
      operation: 'ledger.discard-import',
      objectKind: 'ledger-import',
      objectId: id,
      before: { state: 'PREVIEW' },
      after: { state: 'DISCARDED' },
    });
  }
}

/** What a former import decided holds where the new one says nothing. */
function withDecisions(wish: ImportOptions, { issuedOn, headings }: ImportContent): ImportOptions {
  return {
    kind: wish.kind,
    year: wish.year,
    issuedOn: wish.issuedOn ?? issuedOn,
    ledger: wish.ledger ?? headings.ledger,
    ledgerKind: wish.ledgerKind ?? (headings.ledgerKind as NonNullable<ImportOptions['ledgerKind']>),
  };
}

/** The ledger the rows go to: the year's key-task ledger where none is named. */
function whereTo({ ledger, ledgerKind = 'KEY_TASKS', year }: ImportOptions) {
  return { ledger: ledger ?? ledgerCode(ledgerKind, year, currentActor().jurisdiction), ledgerKind };
}

function headingsOf(reading: LedgerReading, ledger: string, ledgerKind: string): ImportHeadings {
  const { heading, skipped, notices, columns } = reading;
  return { heading, skipped, notices, columns, ledger, ledgerKind };
}
