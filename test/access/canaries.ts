/** Takes the codes of the departments that may see a text and what it stands in; gives the mark to put into it. */
export function canary(seers: readonly string[], what: string): string {
  return `CANARY-${seers.join('.')}-${what}-`;
}

/** Codes of departments of which a text shows something that one of `code` may not see; with null, all that are shown. */
export function foreignCanaries(text: string, code: string | null): string[] {
  return canariesIn(text).filter((mark) => code === null || !seersOf(mark).includes(code));
}

/** Every mark in a text, once. */
export function canariesIn(text: string): string[] {
  return [...new Set(text.match(/CANARY-[A-Z.]+-[A-Za-z]+/g))];
}

function seersOf(mark: string): string[] {
  return mark.split('-')[1]?.split('.') ?? [];
}
