import { Injectable } from '@nestjs/common';
import { isReady } from '../../../domain/phrases/deadline-resolution.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DepartmentBooks } from '../tasks/department-books.js';
import { fixRow } from './fix-row.js';
import { contentOf, type ImportContent } from './import-content.js';
import { ImportPreviews } from './import-previews.js';
import { rowMissing } from './import.errors.js';
import { departmentsUnknown } from '../ledger.errors.js';
import { beginningOf } from '../open-ledgers.js';
import { ReadPhrases } from '../read-phrases.js';
import type { NamedDepartment, RowFix } from '../sheet/ledger-row.js';
import { requireOffice } from '../tasks/task.policy.js';

/** A fix as a person writes it: departments by code, the deadline as a phrase. */
export interface RowWish extends Omit<RowFix, 'lead' | 'support' | 'deadline'> {
  lead?: readonly string[];
  support?: readonly string[];
  deadline?: string;
}

/** Sets single rows of a preview right, or drops the preview. */
@Injectable()
export class EditImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly previews: ImportPreviews,
    private readonly phrases: ReadPhrases,
    private readonly books: DepartmentBooks,
    private readonly audit: AuditTrail,
  ) {}

  /** Takes the place of a row in the preview (from 0) and what is to be set right; gives the import after it. */
  async fix(id: string, row: number, wish: RowWish, version?: number): Promise<ImportContent> {
    requireOffice(currentActor(), '更正导入内容');
    const calendar = await this.phrases.calendar();
    return this.unitOfWork.run(async () => {
      const record = await this.previews.open(id, version);
      const content = contentOf(record);
      const { year, issuedOn } = content;
      const old = content.rows[row];
      if (!old) throw rowMissing(row);
      const { lead, support, deadline, ...plain } = wish;
      const named = await this.names(content, [...(lead ?? []), ...(support ?? [])]);
      const fix: RowFix = {
        ...plain,
        ...(lead ? { lead: lead.map(named) } : {}),
        ...(support ? { support: support.map(named) } : {}),
        ...(deadline === undefined
          ? {}
          : { deadline: this.phrases.deadline(deadline, { year, issuedOn }, calendar) }),
      };
      const rows = content.rows.with(row, fixRow(old, fix, isReady));
      await this.previews.change(record, { rows });
      this.audit.record({
        operation: 'ledger.fix-row',
        objectKind: 'ledger-import',
        objectId: id,
        before: { row, number: old.number, status: old.status },
        after: { row, ...wish },
      });
      return contentOf(await this.previews.open(id));
    });
  }

  /** Drops a preview; the file stays in the store until it is swept. */
  async discard(id: string, version?: number): Promise<void> {
    requireOffice(currentActor(), '放弃导入');
    await this.unitOfWork.run(async () => {
      const record = await this.previews.open(id, version);
      await this.previews.end(record, { state: 'DISCARDED' });
      this.audit.record({
        operation: 'ledger.discard-import',
        objectKind: 'ledger-import',
        objectId: id,
        before: { state: 'PREVIEW' },
        after: { state: 'DISCARDED' },
      });
    });
  }

  private async names(
    content: ImportContent,
    codes: readonly string[],
  ): Promise<(code: string) => NamedDepartment> {
    if (codes.length === 0) return (code) => ({ code, name: code });
    const known = [...(await this.books.names(beginningOf(content))).values()];
    const unknown = codes.filter((code) => !known.some((department) => department.code === code));
    if (unknown.length > 0) throw departmentsUnknown(unknown);
    return (code) => known.find((department) => department.code === code) ?? { code, name: code };
  }
}
