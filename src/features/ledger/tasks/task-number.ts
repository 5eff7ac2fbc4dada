/**
 * Takes a task number such as `3`, `12.2` or `（三）`; gives the key whose text order is reading order: every run of
 * digits padded, so that 2 comes before 10 and 3.1 right after 3.
 */
export function sortKeyOf(number: string): string {
  return number
    .normalize('NFKC')
    .trim()
    .replace(/\d+/g, (digits) => digits.padStart(6, '0'));
}

/** Takes an original's number and how many parts; gives `3.1`, `3.2` …, passing over numbers already in use. */
export function partNumbers(number: string, parts: number, taken: ReadonlySet<string>): string[] {
  const numbers: string[] = [];
  for (let n = 1; numbers.length < parts; n += 1) {
    const candidate = `${number}.${n}`;
    if (!taken.has(candidate)) numbers.push(candidate);
  }
  return numbers;
}

/** Takes the numbers in use; gives the next free whole number of a ledger. */
export function nextNumber(taken: Iterable<string>): string {
  let highest = 0;
  for (const number of taken) {
    const whole = /^(\d{1,6})(?:\D|$)/.exec(number);
    if (whole) highest = Math.max(highest, Number(whole[1]));
  }
  return String(highest + 1);
}
