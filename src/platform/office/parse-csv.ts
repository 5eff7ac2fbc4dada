import { cleanText } from './clean-text.js';
import type { SheetCell, SheetGrid } from './office-document.js';
import type { OfficeLimits } from './office-limits.js';
import { officeRefusal } from './office.errors.js';

interface Field {
  text: string;
  /** Position of the separator, line end or end of text that closes the field. */
  end: number;
}

/**
 * Takes decoded text with LF line ends; gives its one sheet by RFC 4180, every cell as text, nothing guessed.
 * The separator (comma, semicolon or tab) is the commonest of them in the first line.
 * Refuses too many rows, columns or cells, and a quoted field without end (FILE_BROKEN).
 */
export function parseCsv(text: string, limits: OfficeLimits): SheetGrid {
  const separator = separatorOf(text);
  const rows: SheetCell[][] = [[]];
  let cells = 0;
  let at = 0;
  while (at <= text.length) {
    const field = text[at] === '"' ? quotedField(text, at, separator) : bareField(text, at, separator);
    const row = rows.at(-1)!;
    row.push(cellOf(field.text));
    cells += 1;
    if (row.length > limits.columns) throw officeRefusal('FILE_TOO_MANY_COLUMNS', { limit: limits.columns });
    if (cells > limits.cells) throw officeRefusal('FILE_TOO_MANY_CELLS', { limit: limits.cells });
    if (text[field.end] === separator) at = field.end + 1;
    else {
      at = field.end + 1;
      if (at < text.length) rows.push([]);
      else break;
      if (rows.length > limits.rows) throw officeRefusal('FILE_TOO_MANY_ROWS', { limit: limits.rows });
    }
  }
  return { name: 'csv', hidden: false, rows, merges: [], hiddenRows: [], hiddenColumns: [] };
}

function separatorOf(text: string): string {
  // A long look is enough for a header; what is quoted separates nothing.
  const first = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split('\n')[0]!;
  const count = (mark: string) => first.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function bareField(text: string, start: number, separator: string): Field {
  const end = fieldEnd(text, start, separator);
  return { text: text.slice(start, end), end };
}

function quotedField(text: string, start: number, separator: string): Field {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) throw officeRefusal('FILE_BROKEN', { reason: '引号没有成对' });
  const end = fieldEnd(text, close + 1, separator);
  // Text loose between the closing quote and the separator is kept: nothing of a row may be lost in silence.
  const loose = text.slice(close + 1, end).trim();
  return { text: text.slice(start + 1, close).replaceAll('""', '"') + loose, end };
}

function fieldEnd(text: string, from: number, separator: string): number {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1;
  return end;
}

function cellOf(raw: string): SheetCell {
  const text = cleanText(raw);
  return { value: text === '' ? null : text, text };
}
