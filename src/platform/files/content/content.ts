/** What is in a file, whatever it is called. */
export interface Content {
  /** Media type, or empty when nothing known was recognised. */
  name: string;
  hasMacro: boolean;
  isEncrypted: boolean;
  /** Nothing in it can run in a viewer. */
  isPassive: boolean;
  /** Names of the files in a zip archive. */
  entries: readonly string[];
}

/** Contents that can bring scripts along; whether one does has to be looked for. */
const MAY_RUN: ReadonlySet<string> = new Set(['', 'application/pdf', 'text/html']);

/** The plain finding of a content that has nothing inside. */
export function plainContent(name: string): Content {
  return { name, hasMacro: false, isEncrypted: false, isPassive: !MAY_RUN.has(name), entries: [] };
}
