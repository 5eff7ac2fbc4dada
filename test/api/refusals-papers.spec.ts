import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IssueBulletin } from '../../src/features/papers/issue-bulletin.service.js';
import { DigestsService } from '../../src/features/reminders/digests.service.js';
import { actAs } from '../../src/platform/auth/actor-context.js';
import { systemActor } from '../../src/platform/auth/actor.js';
import { Outbox } from '../../src/platform/jobs/outbox.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { freezeNovember, novemberDistrict } from '../support/frozen-month.js';

/** The clerk as the command line lets him in (`--as`), where no route stands before the deed. */
const clerk = { ...systemActor('cli', 'test'), post: 'YFB-CLERK', role: 'CLERK' as const };

describe.each(DATABASES)('papers that another has to sign on %s', (name) => {
  let test: TestApp;
  let roundId: string;
  beforeAll(async () => {
    test = await startTestApp(name);
    await novemberDistrict(test);
    roundId = await freezeNovember(test);
    await test.app.get(Outbox).workDue();
  }, 60_000);
  afterAll(() => test.close());

  it('a bulletin is not the clerk’s to issue (BULLETIN_APPROVER); none is left behind', async () => {
    const issue = actAs(clerk, () => test.app.get(IssueBulletin).issue(roundId));
    await expect(issue).rejects.toMatchObject({ kind: 'FORBIDDEN', code: 'BULLETIN_APPROVER' });
    expect(await test.db.read('SELECT id FROM bulletin')).toEqual([]);
  });

  it('a digest is not the office’s to sign for (DIGEST_NOT_YOURS); it stays unsigned', async () => {
    const [digest] = await test.db.read<{ id: string; version: number }>(
      'SELECT id, version FROM digest ORDER BY id LIMIT 1',
    );
    const sign = actAs(clerk, () => test.app.get(DigestsService).sign(digest!.id, Number(digest!.version)));
    await expect(sign).rejects.toMatchObject({ kind: 'FORBIDDEN', code: 'DIGEST_NOT_YOURS' });
    expect(await test.db.read('SELECT id FROM digest WHERE signed_on IS NOT NULL')).toEqual([]);
  });
});
