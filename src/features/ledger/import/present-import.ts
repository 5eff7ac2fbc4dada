import { summaryOf, type ImportContent, type ImportSummary } from './import-content.js';
import type { LedgerReading, LedgerRow } from '../sheet/ledger-row.js';

/** A row as other tools read it. */
export interface ImportedRowView {
  number: string;
  indicators: string[];
  title: string;
  measures: string;
  lead: LedgerRow['lead'];
  support: LedgerRow['support'];
  groups: string[];
  deadline: LedgerRow['deadline'];
  target: LedgerRow['target'];
  problems: LedgerRow['problems'];
}

/** The document of a reading: rows and summary. */
export interface ReadingView {
  rows: ImportedRowView[];
  summary: ImportSummary;
}

/** Takes a reading; gives the document of `import ledger`. */
export function presentReading(reading: Pick<LedgerReading, 'rows'>): ReadingView {
  return { rows: reading.rows.map(presentRow), summary: summaryOf(reading.rows) };
}

/** An import as it goes out. */
export function presentImport(content: ImportContent) {
  const { id, fileName, fileSha256, kind, year, issuedOn, state, ledgerId, createdOn, version } = content;
  const { heading, skipped, notices, columns, ledger, ledgerKind } = content.headings;
  return {
    id,
    fileName,
    fileSha256,
    kind,
    year,
    issuedOn,
    state,
    ledger,
    ledgerKind,
    ledgerId,
    createdOn,
    heading,
    columns,
    mapping: content.mapping,
    skipped,
    notices,
    summary: summaryOf(content.rows),
    diff: content.diff,
    rows: content.rows.map((row, place) => ({
      row: place,
      status: row.status,
      place: row.place,
      raw: row.raw,
      ...presentRow(row),
    })),
    version,
  };
}

/** An import as it goes out. */
export type ImportView = ReturnType<typeof presentImport>;

function presentRow(row: LedgerRow): ImportedRowView {
  const { number, indicators, title, measures, lead, support, groups, deadline, target, problems } = row;
  return { number, indicators, title, measures, lead, support, groups, deadline, target, problems };
}
