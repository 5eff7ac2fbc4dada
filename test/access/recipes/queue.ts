import { FREEZE_JOB, monthSlot } from '../../../src/platform/jobs/slot-names.js';
import type { Database } from '../../../src/platform/database/database.js';
import { MISSING } from '../holdings.js';
import { ofOffice, plain, type Ask, type Recipes, type Things } from '../recipe.js';

/** Whether the thing is there and somebody asks who is let through: a refusal may change nothing, not even by preparation. */
const isAllowed = ({ office, who }: Things): boolean =>
  office.ledgerId !== MISSING && who.name === 'SYSADMIN';

/** Something of the queue that has failed, made so just before it is asked about. */
function failed(sql: string, version: number): (things: Things) => Ask {
  const made = async ({ db }: { db: Database }): Promise<Record<string, string>> => {
    const { rows } = await db.unitOfWork.run(() => db.write<{ id: string }>(sql));
    return { id: rows[0]?.id ?? 'none was there' };
  };
  return (things) => ({
    version,
    body: {},
    ...(isAllowed(things) ? { before: made } : { params: { id: MISSING } }),
  });
}

const deadEvent = failed(
  `UPDATE outbox SET state = 'DEAD', tries = 12 WHERE id = (SELECT MIN(id) FROM outbox) RETURNING id`,
  12,
);

const givenUp = failed(
  `UPDATE delivery SET state = 'GIVEN_UP', fence = 7, lease_until = 0 WHERE id = (SELECT MIN(v.id) FROM delivery v
     JOIN digest d ON d.id = v.digest_id WHERE d.signed_on IS NULL AND v.channel = 'MAIL') RETURNING id`,
  7,
);

function failedFreeze(slot: string): NonNullable<Ask['before']> {
  const sql = `UPDATE schedule_run SET state = 'FAILED', fence = 1 WHERE job = ? AND slot = ?`;
  return async ({ db }) => {
    await db.unitOfWork.run(() => db.write(sql, [FREEZE_JOB, slot]));
    return {};
  };
}

/** How the page of background work is asked. */
export const QUEUE_RECIPES: Recipes = {
  'GET /api/v1/queue': plain(),
  'GET /api/v1/queue/runs': plain([{}, { query: { state: 'DONE', limit: '100' } }]),
  'GET /api/v1/queue/due': plain(),
  'GET /api/v1/queue/events': plain([{}, { query: { state: 'DEAD' } }]),
  'GET /api/v1/queue/deliveries': plain([{}, { query: { means: 'ROBOT' } }]),
  'GET /api/v1/queue/robots': plain(),
  'POST /api/v1/queue/runs/retry': ofOffice((things) => {
    const slot = monthSlot(things.office.ledgerId, '2023-01');
    const body = { job: FREEZE_JOB, slot };
    return { version: 1, body, ...(isAllowed(things) ? { before: failedFreeze(slot) } : {}) };
  }),
  'POST /api/v1/queue/events/{id}/retry': ofOffice(deadEvent),
  'POST /api/v1/queue/deliveries/{id}/retry': ofOffice(givenUp),
};
