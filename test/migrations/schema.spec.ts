import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pendingSchema } from '../../src/platform/database/migrate.js';
import { DATABASES, openTestDatabase, type TestDatabase } from '../support/databases.js';

describe.each(DATABASES)('migrations on %s', (name) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase(name);
  });
  afterAll(() => test.close());

  it('make exactly the tables the entities describe', async () => {
    expect(await pendingSchema(test.db.source)).toEqual([]);
  });

  it('can all be taken back, newest first, and made again', async () => {
    const count = test.db.source.migrations.length;
    for (let i = 0; i < count; i++) await test.db.source.undoLastMigration();
    expect(await test.db.source.runMigrations()).toHaveLength(count);
    expect(await pendingSchema(test.db.source)).toEqual([]);
  });
});
