import { Injectable } from '@nestjs/common';
import { staleVersion } from '../../../platform/database/version.js';
import { diffImport, type ImportDiff } from './diff-import.js';
import type { ImportContent } from './import-content.js';
import { importNotFound, importNotOpen } from './import.errors.js';
import { LedgerImportStore, type LedgerImportRecord } from '../ledger-import.store.js';
import { LedgerStore } from '../ledger.store.js';
import { knownTask, planOfRow } from './row-plan.js';
import { TaskStore } from '../task.store.js';

/** A preview before it is kept: its comparison is reckoned here. */
type NewPreview = Omit<ImportContent, 'diff'>;

/** More than an office leaves lying about. */
const MOST_WAITING = 20;

/** Keeps previews together with their comparison with the ledger. */
@Injectable()
export class ImportPreviews {
  constructor(
    private readonly imports: LedgerImportStore,
    private readonly ledgers: LedgerStore,
    private readonly tasks: TaskStore,
  ) {}

  /** An import in any state; refuses an unknown one. */
  async any(id: string): Promise<LedgerImportRecord> {
    const record = await this.imports.one(id);
    if (!record) throw importNotFound();
    return record;
  }

  /** An import that is still a preview; refuses a committed or discarded one and a stale version. */
  async open(id: string, version?: number): Promise<LedgerImportRecord> {
    const record = await this.any(id);
    if (record.state !== 'PREVIEW') throw importNotOpen(record.state);
    if (version !== undefined && record.version !== version)
      throw staleVersion('ledger-import', record, version);
    return record;
  }

  /** Previews that were neither taken over nor given up, the newest first. */
  async waiting(): Promise<LedgerImportRecord[]> {
    return this.imports.waiting(MOST_WAITING);
  }

  async insert(preview: NewPreview): Promise<void> {
    const { mapping, rows, headings } = preview;
    const diff = await this.compare(headings.ledger, preview.rows, preview.year);
    await this.imports.insert({
      ...preview,
      mapping: JSON.stringify(mapping),
      rows: JSON.stringify(rows),
      headings: JSON.stringify(headings),
      diff: JSON.stringify(diff),
    });
  }

  /** Changes rows, columns or heading of a preview and compares anew. */
  async change(
    record: LedgerImportRecord,
    changes: Partial<Pick<ImportContent, 'rows' | 'headings' | 'mapping'>>,
  ): Promise<void> {
    const rows = changes.rows ?? (JSON.parse(record.rows) as ImportContent['rows']);
    const headings = changes.headings ?? (JSON.parse(record.headings) as ImportContent['headings']);
    const diff = await this.compare(headings.ledger, rows, record.year);
    await this.imports.update(record, {
      rows: JSON.stringify(rows),
      headings: JSON.stringify(headings),
      diff: JSON.stringify(diff),
      ...(changes.mapping ? { mapping: JSON.stringify(changes.mapping) } : {}),
    });
  }

  /** Ends a preview. */
  async end(record: LedgerImportRecord, changes: Partial<LedgerImportRecord>): Promise<void> {
    await this.imports.update(record, changes);
  }

  /** What the rows would do to the ledger of a code. */
  async compare(code: string, rows: ImportContent['rows'], year: number): Promise<ImportDiff> {
    const ledger = await this.ledgers.byCode(code);
    const known = ledger ? (await this.tasks.ofLedger(ledger.id)).map(knownTask) : [];
    // Rows a person left out say nothing; places stay those of the preview.
    const places = rows.flatMap((row, place) => (row.status === 'skipped' ? [] : [place]));
    const plans = places.map((place) => planOfRow(rows[place]!));
    return inPlaces(diffImport(plans, known, year), places);
  }
}

function inPlaces(diff: ImportDiff, places: readonly number[]): ImportDiff {
  const placed = <Row extends { row: number }>(each: Row): Row => ({
    ...each,
    row: places[each.row] ?? each.row,
  });
  return { ...diff, added: diff.added.map(placed), changed: diff.changed.map(placed) };
}
