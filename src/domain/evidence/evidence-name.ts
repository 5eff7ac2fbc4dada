import { nameMissing, nameTooLong } from './evidence.errors.js';

/** Longest name of a file, in characters. */
export const MAX_NAME = 255;

// Controls, marks that turn the reading direction (gpj.exe shown as exe.jpg), blanks of no width, and non-characters.
const HIDDEN =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu;

/** No Windows folder takes a file of such a name, and archives are unpacked there. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * The name a file is shown and saved under: Chinese stays as it was typed (NFC); folders, hidden characters, what no
 * file system takes, and dots or blanks at the end are taken away. Refuses a name of which nothing is left and one
 * longer than 255 characters.
 */
export function cleanEvidenceName(given: string): string {
  const own = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const name = own
    .replace(HIDDEN, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/[. ]+$/, '')
    .replace(/^ +/, '')
    .replace(RESERVED, '_$1');
  if (name.replace(/\./g, '') === '') throw nameMissing();
  const length = [...name].length;
  if (length > MAX_NAME) throw nameTooLong(length);
  return name;
}

/** What stands after the last dot, in lower case; empty without one. */
export function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
