import type { TestApp } from './app.js';

/** How many statements the database is sent while something is done. */
export async function countStatements(test: TestApp, work: () => Promise<unknown>): Promise<number> {
  const kind = Object.getPrototypeOf(test.db.source.createQueryRunner()) as object;
  const query = Reflect.get(kind, 'query') as (...given: unknown[]) => unknown;
  let count = 0;
  Reflect.set(kind, 'query', function counted(this: unknown, ...given: unknown[]) {
    count += 1;
    return query.apply(this, given);
  });
  try {
    await work();
  } finally {
    Reflect.set(kind, 'query', query);
  }
  return count;
}
