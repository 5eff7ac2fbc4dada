import { BOMBS } from './bombs.js';
import { CELLS, DATES, ENCODINGS, FORMULAS, NAMES } from './contents.js';
import type { CorpusCase } from './corpus-case.js';
import { CONTAINERS, XML } from './structures.js';

/** The corpus by group. The files exist only while they are read; nothing is kept in the repository. */
export const CORPUS: Record<string, CorpusCase[]> = {
  bombs: BOMBS,
  xml: XML,
  formulas: FORMULAS,
  containers: CONTAINERS,
  names: NAMES,
  dates: DATES,
  cells: CELLS,
  encodings: ENCODINGS,
};
