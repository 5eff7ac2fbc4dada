/** What one office file may cost. Sizes in bytes unless the name says otherwise. */
export interface OfficeLimits {
  /** The file as it was sent. */
  fileBytes: number;
  /** A .txt or .csv: nothing in it is compressed, so this is already a great deal of text. */
  textBytes: number;
  /** All parts of a zip container together, once inflated. */
  inflatedBytes: number;
  /** Parts of a zip container. */
  entries: number;
  /** Inflated against compressed size, of the file and of each part. */
  ratio: number;
  /** Below this inflated size the ratio is not looked at: small files of blanks are harmless. */
  ratioFloorBytes: number;
  /** Elements inside one another in one XML part. */
  xmlDepth: number;
  sheets: number;
  rows: number;
  columns: number;
  /** Cells with content, all sheets together. */
  cells: number;
  /** What the child may answer. */
  answerBytes: number;
  wallMilliseconds: number;
  /** V8 heap of the child. */
  heapMegabytes: number;
  /** Memory of the whole child process; watched where the system shows it (Linux). */
  residentMegabytes: number;
}

/** The defaults: far above any real ledger, far below what could disturb the machine. */
export const OFFICE_LIMITS: OfficeLimits = {
  fileBytes: 30 * 1024 * 1024,
  textBytes: 8 * 1024 * 1024,
  inflatedBytes: 100 * 1024 * 1024,
  entries: 2_000,
  ratio: 100,
  ratioFloorBytes: 4 * 1024 * 1024,
  xmlDepth: 256,
  sheets: 100,
  rows: 20_000,
  columns: 200,
  cells: 300_000,
  answerBytes: 48 * 1024 * 1024,
  wallMilliseconds: 10_000,
  heapMegabytes: 160,
  residentMegabytes: 256,
};
