import type { OfficeRefusalCode } from '../../src/platform/office/office.errors.js';
import type { SheetCell } from '../../src/platform/office/office-document.js';

/** One bad (or merely odd) file and what must become of it. */
export interface CorpusCase {
  /** What is odd about it; unique. */
  what: string;
  /** The name it is sent under. */
  name: string;
  /** Made when its turn comes, so that the corpus never stands in memory as a whole. */
  file: () => Buffer;
  expected: Expectation;
}

export type Expectation =
  /** Refused with one of these codes. */
  | { refused: OfficeRefusalCode[] }
  /** Read as a workbook; the stated cells of its first sheet are exactly so in the stated fields. */
  | { cells: Record<string, Partial<SheetCell>>; sheet?: Record<string, unknown>; sheets?: number }
  /** Read as a text document or bare text with this text. */
  | { text: string };
