import type { DocumentBlock, OfficeDocument, SheetGrid } from '../../../platform/office/office-document.js';
import { findHeader } from './find-header.js';
import type { LedgerReading } from './ledger-row.js';
import { readLedgerNotice } from './read-ledger-notice.js';
import { readLedgerSheets } from './read-ledger-sheets.js';
import type { LedgerContext } from './row-context.js';
import { SheetView } from './sheet-view.js';

/**
 * Takes any office file that was read; gives its ledger rows: sheets and tables as ledgers, running text as a notice. Never refuses:
 * where nothing was found a notice says so.
 */
export function readLedgerDocument(document: OfficeDocument, context: LedgerContext): LedgerReading {
  if (document.kind === 'workbook') return readLedgerSheets(document.sheets, context);
  if (document.kind === 'text') return readLedgerNotice(document.text, context);
  const tables = document.blocks.flatMap((block) => (block.kind === 'table' ? [block.grid] : []));
  const ledgers = tables.filter((grid) => findHeader(new SheetView(grid), context.mapping) !== null);
  if (ledgers.length > 0)
    return readLedgerSheets(ledgers, context, linesBefore(document.blocks, ledgers[0]!));
  return readLedgerNotice(textOf(document.blocks), context);
}

function linesBefore(blocks: readonly DocumentBlock[], table: SheetGrid): string[] {
  const lines: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'table' && block.grid === table) break;
    if (block.kind === 'paragraph') lines.push(block.text);
  }
  return lines;
}

/** Paragraphs, and the cells of tables that are no ledger, in the order in which they are read. */
function textOf(blocks: readonly DocumentBlock[]): string {
  const lines = blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.text];
    const view = new SheetView(block.grid);
    return block.grid.rows.flatMap((_, row) => view.ownWordsOf(row).map(({ text }) => text));
  });
  return lines.join('\n');
}
