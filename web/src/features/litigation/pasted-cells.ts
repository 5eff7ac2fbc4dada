/** Departments by which names in pasted cells are known. */
export type Departments = readonly { code: string; name: string }[];

/** What a cell says: undefined where it is not understood, null where it is blank. */
export type Read<Value> = Value | null | undefined;

/** Rows that hold something, numbered from 1 as they were pasted. */
export function rowsOf(pasted: string): { row: number; text: string }[] {
  return pasted
    .split(/\r?\n/u)
    .map((text, place) => ({ row: place + 1, text }))
    .filter(({ text }) => text.trim() !== '');
}

/** The code of a department by its code or its whole name. */
export function codeOf(text: string, departments: Departments): Read<string> {
  if (text === '') return null;
  return departments.find(({ code, name }) => code === text || name === text)?.code;
}

/** A day in one of the ways workbooks show it, as YYYY-MM-DD; one that does not exist is not understood. */
export function dayOf(text: string): Read<string> {
  if (text === '') return null;
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text);
  if (!found) return undefined;
  const day = [found[1], found[2]?.padStart(2, '0'), found[3]?.padStart(2, '0')].join('-');
  return isRealDay(day) ? day : undefined;
}

function isRealDay(day: string): boolean {
  const instant = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day);
}
