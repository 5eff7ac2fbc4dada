import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { persistence } from '../../src/app/persistence.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { DATABASES, openTestDatabase } from '../support/databases.js';

describe.each(DATABASES)('closing %s', (name) => {
  it('waits for the units under way, begins no other, and is no storage fault', async () => {
    const test = await openTestDatabase(name);
    const { db } = test;
    const put = (key: string) =>
      db.unitOfWork.run(async () => {
        await sleep(30);
        await db.write('INSERT INTO office_setting (name, value) VALUES (?, ?)', [key, 'x']);
      });
    const early = Promise.all([put('a'), put('b'), put('c')]);
    const closed = db.close();
    await expect(put('late')).rejects.toMatchObject({ code: 'SHUTTING_DOWN' });
    await early;
    await closed;
    expect(test.stops).toEqual([]);
    const again = await openDatabase(test.settings, persistence);
    const kept = await again.read<{ name: string }>('SELECT name FROM office_setting ORDER BY name');
    expect(kept.map((row) => row.name)).toEqual(['a', 'b', 'c']);
    await again.close();
    await test.close();
  });
});
