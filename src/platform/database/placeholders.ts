const cache = new Map<string, string>();

/** Turns `?` placeholders into `$1, $2 …`. Our statements hold no question mark of another meaning. */
export function sqlForPostgres(sql: string): string {
  const known = cache.get(sql);
  if (known !== undefined) return known;
  let n = 0;
  const turned = sql.replace(/\?/g, () => `$${++n}`);
  if (cache.size < 500) cache.set(sql, turned);
  return turned;
}

/** As many placeholders as there are values, for `IN (…)`; an empty list is the caller's to keep away. */
export function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(',');
}
