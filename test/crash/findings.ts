/** What a checker found wrong, in the words of the promise: nothing lost, nothing doubled, nothing invented. */
export interface Findings {
  lost: string[];
  doubled: string[];
  /** There although nothing asked for it. */
  invented: string[];
  /** Anything else that does not fit. */
  faults: string[];
}

export function noFindings(): Findings {
  return { lost: [], doubled: [], invented: [], faults: [] };
}

/** Compares what is there, once per occurrence, with what has to be there exactly once. */
export function compare(what: string, expected: ReadonlySet<string>, actual: readonly string[]): Findings {
  const seen = new Set<string>();
  const found = noFindings();
  for (const key of actual) {
    if (seen.has(key)) found.doubled.push(`${what} ${key}`);
    else if (!expected.has(key)) found.invented.push(`${what} ${key}`);
    seen.add(key);
  }
  for (const key of expected) if (!seen.has(key)) found.lost.push(`${what} ${key}`);
  return found;
}

/** All findings as one. */
export function together(parts: readonly Findings[]): Findings {
  return {
    lost: parts.flatMap((part) => part.lost),
    doubled: parts.flatMap((part) => part.doubled),
    invented: parts.flatMap((part) => part.invented),
    faults: parts.flatMap((part) => part.faults),
  };
}

/** How many of each, and the first few of each in words. */
export function summaryOf(found: Findings): string {
  return Object.entries(found)
    .map(
      ([kind, list]: [string, string[]]) =>
        `${list.length} ${kind}${list.length > 0 ? `: ${list.slice(0, 3).join(' | ')}` : ''}`,
    )
    .join('; ');
}

export function isClean(found: Findings): boolean {
  return Object.values(found).every((list: string[]) => list.length === 0);
}

/** How many of each kind there are, without the kinds that are empty. */
export function countsOf(found: Findings): string {
  const kinds = Object.entries(found).map(([kind, list]: [string, string[]]) => ({ kind, n: list.length }));
  return kinds
    .filter(({ n }) => n > 0)
    .map(({ kind, n }) => `${n} ${kind}`)
    .join(', ');
}
