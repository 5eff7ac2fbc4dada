/** What is in a file, whatever it is called. */
export interface Content {
  /** Media type, or empty when nothing known was recognised. */
  name: string;
  hasMacro: boolean;
  isEncrypted: boolean;
  /** Names of the files in a zip archive. */
  entries: readonly string[];
}

/** The plain finding of a content that has nothing inside. */
export function plainContent(name: string): Content {
  return { name, hasMacro: false, isEncrypted: false, entries: [] };
}
