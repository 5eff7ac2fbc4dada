/** A fixed number 0 … 4294967295 for a text (FNV-1a), so that the made reports vary and yet are the same at each making. */
export function scatter(text: string): number {
  let hash = 0x811c9dc5;
  for (const unit of text) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (hash ^ (hash >>> 15)) >>> 0;
}
