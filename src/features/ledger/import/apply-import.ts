import { Injectable } from '@nestjs/common';
import type { ChangedTask, ImportDiff } from './diff-import.js';
import { ChangeImported } from './change-imported.js';
import type { ImportContent } from './import-content.js';
import type { LedgerFacts } from '../ledger-facts.js';
import { MakeLedger } from '../make-ledger.js';
import { plannedRow } from './row-plan.js';
import { TaskStore } from '../task.store.js';
import { WriteTasks } from '../tasks/write-tasks.js';

/** Carries a committed preview into its ledger; inside a unit of work. */
@Injectable()
export class ApplyImport {
  constructor(
    private readonly ledgers: MakeLedger,
    private readonly tasks: TaskStore,
    private readonly writer: WriteTasks,
    private readonly changing: ChangeImported,
  ) {}

  /** The ledger the rows go to, made where there is none. */
  async ledgerFor(content: ImportContent): Promise<LedgerFacts> {
    const { heading, ledger, ledgerKind } = content.headings;
    return this.ledgers.findOrMake({
      code: ledger,
      year: content.year,
      kind: ledgerKind,
      title: heading.title ?? content.fileName,
      sourceDocument: heading.title ?? '',
      sourceNumber: heading.sourceNumber ?? '',
      issuedOn: content.issuedOn,
    });
  }

  /** Numbers already in use. */
  async numbers(ledgerId: string): Promise<Set<string>> {
    return this.tasks.numbers(ledgerId);
  }

  /** Writes the new rows. */
  async add(ledger: LedgerFacts, content: ImportContent, added: ImportDiff['added']): Promise<void> {
    const rows = added.map(({ row }) => content.rows[row]!);
    await this.writer.write(
      ledger,
      rows.map((row) => plannedRow(row, content.fileSha256, content.year)),
    );
  }

  /** Brings a task up to its changed row. */
  async change(ledger: LedgerFacts, content: ImportContent, change: ChangedTask): Promise<void> {
    await this.changing.apply(ledger, content.rows[change.row]!, change, content.fileSha256);
  }
}
