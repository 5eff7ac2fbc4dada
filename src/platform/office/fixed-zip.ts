import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A change to the text of one part. */
export type PartPatch = (xml: string) => string;

// Without a zone the text is local time, which is what a zip stores: the same bytes in every zone.
const ZIP_TIME = '1980-01-01T00:00:00';

/**
 * Takes the bytes of a zip written by an office library and patches by part name; gives the same parts, sorted,
 * with one fixed time and one compression, so that equal content is equal bytes on every machine and day.
 */
export function fixedZip(bytes: Uint8Array, patches: Readonly<Record<string, PartPatch>>): Buffer {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => !name.endsWith('/'));
  // Office programs look for the list of types first.
  const rank = (name: string) => (name === '[Content_Types].xml' ? `0${name}` : `1${name}`);
  names.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  const fixed = names.map((name): [string, Uint8Array] => {
    const patch = patches[name];
    return [name, patch ? strToU8(patch(strFromU8(parts[name]!))) : parts[name]!];
  });
  return Buffer.from(zipSync(Object.fromEntries(fixed), { level: 6, mtime: ZIP_TIME }));
}

/** A patch for `docProps/core.xml`: created and changed at the given day (`YYYY-MM-DD`), not when it was written. */
export function datedCore(day: string): PartPatch {
  return (xml) =>
    xml.replace(
      /(<dcterms:(created|modified)[^>]*>)[^<]*/g,
      (_all, open: string) => `${open}${day}T00:00:00Z`,
    );
}
