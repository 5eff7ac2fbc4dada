/** Non-characters and NUL: no database or paper keeps them, and some break on them. Lone surrogates are asked apart. */
// oxlint-disable-next-line no-control-regex -- NUL is what is looked for
const UNSAFE = /[\u0000\uFFFE\uFFFF]/;

/** True when a JSON value is nested deeper than `depth`; stops looking there, so a hostile body costs little. */
export function depthExceeds(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return false;
  if (depth === 0) return true;
  return Object.values(value).some((inner) => depthExceeds(inner, depth - 1));
}

/** The first text of a JSON value, however deep, that no paper or database could hold; null when all are sound. */
export function unsafeText(value: unknown): string | null {
  if (typeof value === 'string') return UNSAFE.test(value) || !isWellFormed(value) ? value : null;
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return null;
  for (const inner of Object.values(value)) {
    const found = unsafeText(inner);
    if (found !== null) return found;
  }
  return null;
}

function isWellFormed(text: string): boolean {
  return !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
}
