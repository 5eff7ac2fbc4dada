import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setImmediate as breath } from 'node:timers/promises';
import { AuditTrail } from '../../src/platform/audit/audit-trail.js';
import { chainHash } from '../../src/platform/audit/audit-chain.js';
import { verifyAudit, type AuditAnchor } from '../../src/platform/audit/verify-audit.js';
import { actAs } from '../../src/platform/auth/actor-context.js';
import { DATABASES, openTestDatabase, type TestDatabase } from '../support/databases.js';
import { TestClock } from '../support/test-clock.js';

const KEY = Buffer.from('an audit key of the test, long enough');
const CLERK = {
  post: 'YFB-CLERK',
  role: 'CLERK',
  departmentId: 'd1',
  jurisdiction: '/',
  holder: '王敏',
  requestId: 'r1',
  address: '::1',
} as const;

describe.each(DATABASES)('audit trail on %s', (name) => {
  let test: TestDatabase;
  let trail: AuditTrail;
  let anchor: AuditAnchor;

  beforeAll(async () => {
    test = await openTestDatabase(name);
    trail = new AuditTrail(test.db, new TestClock(), KEY);
    for (let i = 0; i < 5; i++) await change(`t${i}`);
    anchor = (await verifyAudit(test.db, KEY, null)).head;
  });
  afterAll(() => test.close());

  const change = (objectId: string) =>
    actAs(CLERK, () =>
      test.db.unitOfWork.run(async () => {
        trail.record({
          operation: 'task.cancel',
          objectKind: 'task',
          objectId,
          before: { state: 'ASSIGNED' },
          after: null,
        });
        trail.record({ operation: 'task.note', objectKind: 'task', objectId });
      }),
    );

  it('records who, what and on which object in one unbroken chain', async () => {
    expect(await verifyAudit(test.db, KEY, anchor)).toMatchObject({ ok: true, events: 10, faults: [] });
    const rows = await test.db.read('SELECT actor, holder, operation FROM audit_event WHERE seq = 1');
    expect(rows).toEqual([{ actor: 'YFB-CLERK', holder: '王敏', operation: 'task.cancel' }]);
  });

  it('keeps the chain whole while many units append at the same moment', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => change(`p${i}`)));
    expect(await verifyAudit(test.db, KEY, anchor)).toMatchObject({ ok: true, events: 50 });
  });

  it('is verified while others go on appending, and finds nothing wrong', async () => {
    const seen: number[] = [];
    const appending = (async () => {
      for (let i = 0; i < 10; i++) {
        await change(`w${i}`);
        await breath();
      }
    })();
    const verdict = await verifyAudit(test.db, KEY, anchor, (done) => seen.push(done));
    await appending;
    expect(verdict).toMatchObject({ ok: true, faults: [] });
    expect(seen.at(-1)).toBe(verdict.events);
    expect(verdict.events).toBeGreaterThanOrEqual(50);
  });

  it('keeps no event of a unit that was rolled back', async () => {
    const refused = test.db.unitOfWork.run(async () => {
      trail.record({ operation: 'x', objectKind: 'task', objectId: 'x' });
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    expect((await verifyAudit(test.db, KEY, null)).events).toBe(70);
  });

  it('cannot be changed or deleted through the database', async () => {
    for (const sql of [
      `UPDATE audit_event SET actor = 'x' WHERE seq = 2`,
      'DELETE FROM audit_event WHERE seq = 2',
    ]) {
      await expect(test.db.unitOfWork.run(() => test.db.write(sql))).rejects.toThrow('insert-only');
    }
  });

  it.each<[string, string[]]>([
    ['a changed field', [`UPDATE audit_event SET after = '{"state":"DONE"}' WHERE seq = 3`]],
    ['a deleted event in the middle', ['DELETE FROM audit_event WHERE seq = 4']],
    ['two swapped events', [
      'UPDATE audit_event SET seq = -1 WHERE seq = 5', 'UPDATE audit_event SET seq = 5 WHERE seq = 6', 'UPDATE audit_event SET seq = 6 WHERE seq = -1',
    ]],
    ['deleted last events', ['DELETE FROM audit_event WHERE seq > 68']],
    ['an event added behind the head', [`INSERT INTO audit_event SELECT 71, at, actor, holder, address, request_id, operation, object_kind, object_id, before, after, previous_hash, hash FROM audit_event WHERE seq = 70`]],
  ])('notices %s once the triggers are taken away', async (_, statements) => {
    await inVain(test, statements, async () => {
      expect((await verifyAudit(test.db, KEY, anchor)).ok).toBe(false);
    });
  }); // prettier-ignore

  it('notices a chain rewritten from the first event by somebody who holds the key, by the anchor outside', async () => {
    await inVain(test, [], async () => {
      await rewriteAll(test);
      expect((await verifyAudit(test.db, KEY, null)).ok).toBe(true);
      expect((await verifyAudit(test.db, KEY, anchor)).ok).toBe(false);
    });
  });

  it('notices another key', async () => {
    expect((await verifyAudit(test.db, Buffer.from('another key'), null)).ok).toBe(false);
  });
});

const UNDO = new Error('undo');

/** Tampers inside a unit that is rolled back afterwards, with the guarding triggers dropped. */
async function inVain(test: TestDatabase, statements: string[], look: () => Promise<void>): Promise<void> {
  const drops = test.db.isPostgres
    ? ['DROP TRIGGER audit_event_insert_only ON audit_event']
    : ['DROP TRIGGER audit_event_no_update', 'DROP TRIGGER audit_event_no_delete'];
  const unit = test.db.unitOfWork.run(async () => {
    for (const sql of [...drops, ...statements]) await test.db.write(sql);
    await look();
    throw UNDO;
  });
  await expect(unit).rejects.toBe(UNDO);
}

async function rewriteAll(test: TestDatabase): Promise<void> {
  const events = await test.db.read<never>(
    `SELECT seq, at, actor, holder, address, request_id AS "requestId", operation, object_kind AS "objectKind",
            object_id AS "objectId", before, after FROM audit_event ORDER BY seq`,
  );
  let previous = '0'.repeat(64);
  for (const event of events as { seq: number }[]) {
    const facts = { ...event, actor: 'SOMEBODY-ELSE' } as never;
    const hash = chainHash(KEY, previous, facts);
    await test.db.write('UPDATE audit_event SET actor = ?, previous_hash = ?, hash = ? WHERE seq = ?', [
      'SOMEBODY-ELSE', previous, hash, event.seq,
    ]); // prettier-ignore
    previous = hash;
  }
  await test.db.write('UPDATE audit_head SET hash = ?', [previous]);
}
