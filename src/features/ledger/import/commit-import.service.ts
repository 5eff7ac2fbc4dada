import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Progress } from '../../../platform/http/progress/progress.js';
import { ApplyImport } from './apply-import.js';
import type { ImportDiff } from './diff-import.js';
import { contentOf, type ImportContent } from './import-content.js';
import { ImportPreviews } from './import-previews.js';
import { importEmpty, issuedTasksChanged, numbersRepeated, rowsRejected } from './import.errors.js';
import type { LedgerFacts } from '../ledger-facts.js';
import { requireOffice } from '../tasks/task.policy.js';

/** What a commit did. */
export interface CommittedImport {
  ledger: LedgerFacts;
  diff: ImportDiff;
}

/** 入库: the rows of a preview enter their ledger, all of them or none. */
@Injectable()
export class CommitImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly previews: ImportPreviews,
    private readonly applying: ApplyImport,
    private readonly audit: AuditTrail,
    private readonly progress: Progress,
  ) {}

  /**
   * Commits a preview: ready rows become REGISTERED, rows to be reviewed DRAFT, changed rows update their tasks, nothing is
   * doubled and nothing deleted. Refuses it whole while one row is rejected, a number is used twice, or a row would change
   * the deadline or the departments of a task that was issued.
   */
  async commit(id: string, version?: number): Promise<CommittedImport> {
    return this.unitOfWork.run(async () => {
      requireOffice(currentActor(), '导入台账');
      const record = await this.previews.open(id, version);
      const content = contentOf(record);
      requireWhole(content);
      const ledger = await this.applying.ledgerFor(content);
      const diff = await this.previews.compare(ledger.code, content.rows, content.year);
      const refused = diff.changed.filter((change) => change.refused.length > 0);
      if (refused.length > 0) throw issuedTasksChanged(refused);
      await this.requireNumbers(ledger, content, diff);
      const total = diff.added.length + diff.changed.length;
      this.progress.say(0, total, `正在入库 ${diff.added.length} 项新任务…`);
      await this.applying.add(ledger, content, diff.added);
      for (const [i, change] of diff.changed.entries()) {
        this.progress.say(diff.added.length + i, total, `正在更新 ${diff.changed.length} 项任务…`);
        await this.applying.change(ledger, content, change);
      }
      await this.previews.end(record, {
        state: 'COMMITTED',
        ledgerId: ledger.id,
        diff: JSON.stringify(diff),
      });
      this.record(id, ledger, diff, content.fileSha256);
      return { ledger, diff };
    });
  }

  /** Two rows of one number, or a new row whose number a task made by hand has already. */
  private async requireNumbers(ledger: LedgerFacts, content: ImportContent, diff: ImportDiff): Promise<void> {
    const taken = await this.applying.numbers(ledger.id);
    const repeated = diff.added
      .map(({ number }) => number)
      .filter((number, i, all) => taken.has(number) || all.indexOf(number) !== i);
    if (repeated.length > 0) throw numbersRepeated([...new Set(repeated)]);
  }

  private record(id: string, ledger: LedgerFacts, diff: ImportDiff, fileSha256: string): void {
    const { added, changed, missing, unchanged } = diff;
    this.audit.record({
      operation: 'ledger.import',
      objectKind: 'ledger',
      objectId: ledger.id,
      after: {
        importId: id,
        fileSha256,
        added: added.length,
        changed: changed.length,
        missing: missing.length,
        unchanged,
      },
    });
  }
}

function requireWhole(content: ImportContent): void {
  if (content.rows.every((row) => row.status === 'skipped')) throw importEmpty();
  const rejected = content.rows.flatMap((row, i) =>
    row.status === 'rejected'
      ? [{ row: i, sheet: row.place.sheet, number: row.number, problems: row.problems }]
      : [],
  );
  if (rejected.length > 0) throw rowsRejected(rejected);
}
