/**
 * A text for use inside a LIKE pattern with `ESCAPE '!'`: its own wildcards stand for themselves. Not a backslash, which the
 * two databases read differently inside a literal.
 */
export function likeText(text: string): string {
  return text.replace(/[!%_]/g, (sign) => `!${sign}`);
}
