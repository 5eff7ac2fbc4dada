import mammoth from 'mammoth';
import { cleanText } from './clean-text.js';
import type { CellRange, DocumentBlock, SheetCell, SheetGrid } from './office-document.js';
import type { OfficeLimits } from './office-limits.js';
import { officeRefusal } from './office.errors.js';

/** The part of the library's document tree that is asked for; it is passed to a transform, not typed by it. */
interface Node {
  type: string;
  children?: Node[];
  value?: string;
  isStrikethrough?: boolean;
  colSpan?: number;
  rowSpan?: number;
}

const EMPTY: SheetCell = { value: null, text: '' };

/**
 * Takes the bytes of a .docx whose zip has been checked; gives its paragraphs and tables in reading order.
 * Merged table cells become ranges, a table inside a cell becomes that cell's text; deleted (tracked) text is
 * left out. Numbers that Word counts by itself are not text and do not appear.
 * Refuses broken files and tables beyond the limits.
 */
export async function documentBlocks(bytes: Buffer, limits: OfficeLimits): Promise<DocumentBlock[]> {
  const body = await readBody(bytes);
  let tables = 0;
  return body.flatMap((node): DocumentBlock[] => {
    if (node.type === 'table') {
      tables += 1;
      return [{ kind: 'table', grid: tableGrid(node, `表格${tables}`, limits) }];
    }
    const text = textOf(node).trim();
    return text === '' ? [] : [{ kind: 'paragraph', text }];
  });
}

async function readBody(bytes: Buffer): Promise<Node[]> {
  let body: Node[] = [];
  try {
    await mammoth.convertToHtml(
      { buffer: bytes },
      {
        externalFileAccess: false,
        transformDocument: (document: Node) => {
          body = document.children ?? [];
          // The HTML is not wanted: nothing is left to convert.
          return { ...document, children: [] };
        },
      },
    );
  } catch (error) {
    throw officeRefusal('FILE_BROKEN', { reason: error instanceof Error ? error.message.slice(0, 200) : '' });
  }
  return body;
}

function tableGrid(table: Node, name: string, limits: OfficeLimits): SheetGrid {
  const lines = (table.children ?? []).filter((row) => row.type === 'tableRow');
  if (lines.length > limits.rows) throw officeRefusal('FILE_TOO_MANY_ROWS', { limit: limits.rows });
  const rows: SheetCell[][] = lines.map(() => []);
  const merges: CellRange[] = [];
  lines.forEach((line, top) => {
    let left = 0;
    for (const cell of (line.children ?? []).filter((child) => child.type === 'tableCell')) {
      while (rows[top]![left]) left += 1;
      const bottom = Math.min(top + (cell.rowSpan ?? 1), lines.length) - 1;
      const right = left + (cell.colSpan ?? 1) - 1;
      if (right >= limits.columns) throw officeRefusal('FILE_TOO_MANY_COLUMNS', { limit: limits.columns });
      place(rows, { top, left, bottom, right }, cellOf(cell));
      if (bottom > top || right > left) merges.push({ top, left, bottom, right });
      left = right + 1;
    }
  });
  for (const row of rows) for (let c = 0; c < row.length; c += 1) row[c] ??= EMPTY;
  return { name, hidden: false, rows, merges, hiddenRows: [], hiddenColumns: [] };
}

/** Puts a cell at its corner and blanks over the rest of its range, so that the cells after it find their column. */
function place(rows: SheetCell[][], range: CellRange, cell: SheetCell): void {
  for (const row of rows.slice(range.top, range.bottom + 1)) {
    for (let c = range.left; c <= range.right; c += 1) row[c] = EMPTY;
  }
  rows[range.top]![range.left] = cell;
}

function cellOf(node: Node): SheetCell {
  const text = textOf(node).trim();
  const cell: SheetCell = { value: text === '' ? null : text, text };
  const runs = runsWithText(node);
  if (runs.length > 0 && runs.every((run) => run.isStrikethrough)) cell.strikethrough = true;
  return cell;
}

function runsWithText(node: Node): Node[] {
  if (node.type === 'run') return textOf(node).trim() === '' ? [] : [node];
  return (node.children ?? []).flatMap(runsWithText);
}

function textOf(node: Node): string {
  if (node.type === 'text') return cleanText(node.value ?? '');
  if (node.type === 'tab') return '\t';
  if (node.type === 'break') return '\n';
  const parts = (node.children ?? []).map(textOf);
  const lines = ['tableCell', 'tableRow', 'table'].includes(node.type);
  return parts.join(lines ? '\n' : '');
}
