import { describe, expect, it } from '@jest/globals';
import { createApp } from '../../src/app/create-app.js';
import { Database } from '../../src/platform/database/database.js';
import { DATABASES, openTestDatabase } from '../support/databases.js';

describe.each(DATABASES)('the first start on %s', (name) => {
  it('seeds years and groups once, also when two processes begin at the same moment', async () => {
    const test = await openTestDatabase(name);
    const apps = await Promise.all([createApp(test.settings), createApp(test.settings)]);
    try {
      await Promise.all(apps.map((app) => app.init()));
      const db = apps[0].get(Database);
      const count = async (sql: string) => (await db.read<{ n: number }>(sql))[0]?.n;
      expect(await count('SELECT COUNT(*) AS n FROM calendar_year')).toBe(23);
      expect(await count('SELECT COUNT(*) AS n FROM department_group')).toBe(6);
      const seeded = `SELECT COUNT(*) AS n FROM audit_event WHERE operation LIKE '%.seed%'`;
      expect(await count(seeded)).toBe(29);
    } finally {
      for (const app of apps) await app.close();
      await test.close();
    }
  });
});
