import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ActorDirectory } from '../../src/platform/auth/actor-directory.js';
import { sightOf } from '../../src/platform/auth/sight-of.js';
import { Settings } from '../../src/platform/config/settings.js';
import { codeOf } from '../../src/platform/database/storage-error.js';
import { EVERYTHING_SEEN, NOTHING_SEEN, seeing, type Sight } from '../../src/platform/database/sight.js';
import { ask, cellsAbout, foreigners, openCity } from './other-jurisdiction.js';
import { OPEN_TABLES } from './open-tables.js';
import { CLERK } from '../support/office.js';
import { startPostgres, type PostgresServer } from '../support/postgres.js';
import { openGround } from './prepare-ground.js';
import type { Principal } from './principals.js';

/** PostgreSQL's word for a row that a policy does not let in. */
const REFUSED = '42501';
/** Names of departments, and who sits on the way to the root, are known to everybody. */
const KNOWN_TO_ALL = ['department', 'department_alias', 'post'];
/** What the system administrator sets up. */
const SET_UP = ['department_group_member', 'department_robot'];

/** Statements here carry no scope at all: what holds is the wall of the database alone. */
describe('rows behind the wall of the database, asked without any scope', () => {
  /** Its own: what its role may is changed for a while. */
  let server: PostgresServer;
  let ground: Awaited<ReturnType<typeof openGround>>;
  let walled: string[];
  const sights: Record<string, Sight> = {};

  beforeAll(async () => {
    server = await startPostgres();
    ground = await openGround('postgres', await server.createDatabase());
    await openCity(ground);
    await fillTheRest();
    walled = (await tables(true)).map(({ name }) => name);
    const directory = ground.test.app.get(ActorDirectory);
    for (const post of ['YFB-CLERK', 'SFJ-HEAD', 'CZJ-HEAD', 'WLJ-HEAD', 'XH-CLERK', 'XHSFJ-HEAD', 'SH-CLERK']) {
      const actor = await directory.actorOf(post);
      if (actor) sights[post] = sightOf({ ...actor, requestId: '', address: '' });
    } // prettier-ignore
  }, 300_000);
  afterAll(async () => {
    await ground.close();
    await server.stop();
  });

  const db = () => ground.test.db;
  const as = <T>(sight: Sight | undefined, work: () => Promise<T>): Promise<T> =>
    seeing(() => sight ?? NOTHING_SEEN, work);
  const count = async (table: string, sight?: Sight, where = '1 = 1'): Promise<number> =>
    as(sight, async () => (await db().read<{ n: number }>(`SELECT COUNT(*) AS n FROM "${table}" WHERE ${where}`))[0]?.n ?? 0); // prettier-ignore
  const tables = (isForced: boolean) =>
    db().read<{ name: string; policies: number }>(
      `SELECT c.relname AS name, (SELECT COUNT(*) FROM pg_policy p WHERE p.polrelid = c.oid) AS policies FROM pg_class c
        WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
          AND (c.relrowsecurity AND c.relforcerowsecurity) = ? ORDER BY 1`,
      [isForced],
    );
  /** What a change does in a unit that is taken back: how many rows, or the code of the refusal. */
  const tried = async (sight: Sight, sql: string, values: unknown[] = []): Promise<number | string> => {
    let outcome: number | string = 'nothing';
    await as(sight, () =>
      db().unitOfWork.run(async () => {
        outcome = await db().write(sql, values).then(({ affected }) => affected, (error: unknown) => codeOf(error)); // prettier-ignore
        throw new Error('taken back');
      }),
    ).catch(() => undefined);
    return outcome;
  };
  const filled = async (): Promise<string[]> => {
    const counts = await Promise.all(walled.map((table) => count(table, EVERYTHING_SEEN)));
    return walled.filter((_, at) => (counts[at] ?? 0) > 0);
  };

  it('are those of every table, save of those that are of no jurisdiction, each for a reason', async () => {
    const open = (await tables(false)).map(({ name }) => name);
    expect(open.filter((name) => OPEN_TABLES[name] === undefined)).toEqual([]);
    expect(walled.filter((name) => OPEN_TABLES[name] !== undefined)).toEqual([]);
    expect((await tables(true)).filter(({ policies }) => Number(policies) !== 4)).toEqual([]);
    expect(walled.length).toBeGreaterThan(35);
    // Otherwise what follows would ask of nothing.
    expect(await filled()).toEqual(walled);
  });

  it('are not seen by whoever says nothing, nor by one of no department', async () => {
    for (const table of await filled()) expect([table, await count(table)]).toEqual([table, 0]);
    const administrator: Sight = { jurisdiction: '/', department: 'NONE' };
    for (const table of await filled()) {
      if (KNOWN_TO_ALL.includes(table) || SET_UP.includes(table)) continue;
      expect([table, await count(table, administrator)]).toEqual([table, 0]);
    }
  });

  it.each(['XH-CLERK', 'XHSFJ-HEAD'])('are not seen, changed, removed or put in by another district (%s)', async (post) => {
    const sight = sights[post] as Sight;
    expect(sight.jurisdiction).toBe('/SH/XH/');
    for (const table of (await filled()).filter((name) => !KNOWN_TO_ALL.includes(name))) {
      const { jurisdiction } = EVERYTHING_SEEN;
      const [row] = await as({ jurisdiction, department: '' }, () => db().read<Record<string, unknown>>(`SELECT * FROM "${table}" LIMIT 1`)); // prettier-ignore
      const columns = Object.keys(row ?? {}).map((name) => `"${name}"`);
      const marks = columns.map(() => '?').join(', ');
      const column = columns[0];
      expect({
        table,
        seen: await count(table, sight),
        changed: await tried(sight, `UPDATE "${table}" SET ${column} = ${column}`),
        removed: await tried(sight, `DELETE FROM "${table}"`),
        putIn: await tried(sight, `INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${marks})`, Object.values(row ?? {})),
      }).toEqual({ table, seen: 0, changed: 0, removed: 0, putIn: INSERTABLE[table]?.[sight.department === '' ? 'office' : 'department'] ?? REFUSED });
    }
  }, 120_000); // prettier-ignore

  it('of departments and posts are changed by nobody of another district', async () => {
    const home = `path NOT LIKE '/SH/XH/%'`;
    for (const post of ['XH-CLERK', 'XHSFJ-HEAD', 'YFB-CLERK']) {
      const sight = sights[post] as Sight;
      const foreign = post === 'YFB-CLERK' ? `path LIKE '/SH/XH/%'` : home;
      expect(await count('department', sight, foreign)).toBeGreaterThan(0);
      for (const table of KNOWN_TO_ALL) {
        const of = table === 'department' ? foreign : `department_id IN (SELECT id FROM department WHERE ${foreign})`;
        expect([table, await tried(sight, `UPDATE "${table}" SET id = id WHERE ${of}`)]).toEqual([table, 0]);
        expect([table, await tried(sight, `DELETE FROM "${table}" WHERE ${of}`)]).toEqual([table, 0]);
      }
    }
    const own = `department_id IN (SELECT id FROM department WHERE path LIKE '/SH/HB/%')`;
    expect(await count('post', sights['XH-CLERK'], own)).toBe(0);
    expect(await count('post', sights['YFB-CLERK'], own)).toBeGreaterThan(90);
  }); // prettier-ignore

  it('are all seen by their own office and by the city above it, as the whole is', async () => {
    for (const table of await filled()) {
      if (KNOWN_TO_ALL.includes(table)) continue;
      const [whole, city, own] = await Promise.all([EVERYTHING_SEEN, sights['SH-CLERK'], sights['YFB-CLERK']].map((sight) => count(table, sight))); // prettier-ignore
      expect({ table, city, own }).toEqual({ table, city: whole, own: whole });
    }
  });

  it('of another department are not seen, changed, removed or put in by a department', async () => {
    const outsider = sights['WLJ-HEAD'] as Sight;
    for (const table of await filled()) {
      if (KNOWN_TO_ALL.includes(table) || OF_THE_LEDGER.has(table) || table === 'department_group_member')
        continue;
      const others = (await columnsOf(table)).includes('department_id') ? `department_id <> '${outsider.department}'` : '1 = 1'; // prettier-ignore
      expect([table, await count(table, outsider, others)]).toEqual([table, 0]);
    }
  });

  it('of a shared task are seen by both departments, and reports by their own alone', async () => {
    const support = sights['CZJ-HEAD'] as Sight;
    // Both have a part in the lead's tasks: tasks are seen, reports of the other are not.
    expect(await count('task', support)).toBeGreaterThan(5);
    expect(await count('task', support)).toBeLessThan(await count('task', EVERYTHING_SEEN));
    for (const table of ['progress_report', 'reminder', 'digest', 'major_decision']) {
      const own = await count(table, support, `department_id = '${support.department}'`);
      expect([table, await count(table, support)]).toEqual([table, own]);
    }
  });

  it('of another department’s report are neither changed nor put in by a support', async () => {
    const [support, lead] = [sights['CZJ-HEAD'] as Sight, sights['SFJ-HEAD'] as Sight];
    const [report] = await as(lead, () => db().read<Record<string, unknown>>(`SELECT * FROM progress_report WHERE department_id = ?`, [lead.department])); // prettier-ignore
    const change = `UPDATE progress_report SET text = 'x' WHERE id = ?`;
    expect(await tried(support, change, [report?.['id']])).toBe(0);
    expect(await tried(support, 'DELETE FROM progress_report WHERE id = ?', [report?.['id']])).toBe(0);
    const columns = Object.keys(report ?? {});
    const insert = `INSERT INTO progress_report (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`; // prettier-ignore
    expect(await tried(support, insert, Object.values(report ?? {}))).toBe(REFUSED);
    expect(await tried(lead, change, [report?.['id']])).toBe(1);
  });

  it('cannot be reached by writing oneself into another’s task or case', async () => {
    const everything = <Row>(sql: string) => as(EVERYTHING_SEEN, () => db().read<Row>(sql));
    const [task] = await everything<{ id: string }>('SELECT id FROM task LIMIT 1');
    const [found] = await everything<{ id: string }>('SELECT id FROM court_case LIMIT 1');
    const [own] = await everything<{ id: string }>(`SELECT id FROM department WHERE code = 'XHSFJ'`);
    for (const post of ['XH-CLERK', 'XHSFJ-HEAD']) {
      const sight = sights[post] as Sight;
      const part = `INSERT INTO assignment (id, task_id, department_id, role, is_first_lead, state, ordinal, version) VALUES ('x', ?, ?, 'SUPPORT', 0, 'ASSIGNED', 9, 1)`; // prettier-ignore
      expect(await tried(sight, part, [task?.id, own?.id])).toBe(REFUSED);
      const party = `INSERT INTO court_case_party (id, case_id, department_id) VALUES ('x', ?, ?)`;
      expect(await tried(sight, party, [found?.id, own?.id])).toBe(REFUSED);
    }
  });

  it('change no answer: everybody reads the same as where the wall is down', async () => {
    const asking = ['LIAISON', 'SUPPORT', 'CLERK', 'SECADMIN'];
    const everybody = [...ground.principals, ...(await foreigners(ground))].filter(({ name }) =>
      asking.includes(name),
    );
    const cityCookie = await ground.test.signIn.cookieOf('SH-CLERK');
    everybody.push({ name: 'CLERK', post: 'SH-CLERK', cookie: cityCookie, department: 'SHSFJ' });
    const answers = async (): Promise<Map<string, string>> => {
      const found = new Map<string, string>();
      for (const who of everybody)
        for (const operation of ground.operations.filter(({ method, name }) => method === 'GET' && !RESTLESS.test(name)))
          for (const cell of cellsAbout(ground, operation, who)) {
            if (found.has(`${who.post} ${cell.name}`)) continue;
            const { status, text } = await ask(ground, cell);
            found.set(`${who.post} ${cell.name}`, `${status} ${text.replace(MOMENT, '')}`);
          }
      return found;
    }; // prettier-ignore
    // Who fetches a bulletin in a form for the first time has it made, and lists tell of it from then on.
    const [clerk] = everybody.filter(({ post }) => post === CLERK);
    for (const operation of ground.operations.filter(
      ({ method, name }) => method === 'GET' && /bulletins/.test(name),
    ))
      for (const cell of cellsAbout(ground, operation, clerk as Principal)) await ask(ground, cell);
    const behind = await answers();
    await bypass(true);
    expect(await count('task')).toBeGreaterThan(0);
    const before = await answers();
    await bypass(false);
    expect(await count('task')).toBe(0);
    const differing = [...behind].filter(([name, answer]) => before.get(name) !== answer);
    expect(differing.map(([name, answer]) => ({ name, answer: answer.slice(0, 2000), before: before.get(name)?.slice(0, 2000) }))).toEqual([]); // prettier-ignore
    expect(behind.size).toBeGreaterThan(500);
  }, 300_000);

  /** What no deed of the prepared office leaves behind. */
  const fillTheRest = async (): Promise<void> => {
    const [task] = await db().read<{ id: string; ledger: string }>(
      'SELECT id, ledger_id AS ledger FROM task LIMIT 1',
    );
    const [unit] = await db().read<{ id: string; term: string }>(`SELECT d.id, p.id AS term FROM department d JOIN post p ON p.department_id = d.id WHERE d.code = 'SFJ' LIMIT 1`); // prettier-ignore
    await db().unitOfWork.run(async () => {
      // Taken in before there were districts.
      await db().write(
        `INSERT INTO task_breakdown (id, source_task_id, giver_id, receiver_id, year, office, ledger_title, document, number, title, measures, indicator, deadline_raw, deadline, target_unit, note, state, handed_down_on, handed_down_by, reason, received_task_id, version)
         SELECT 'b', ?, g.id, r.id, 2023, '', '', '', '1', '', '', '', '', '{}', '', '', 'ASSIGNED', '2023-03-01', 'x', '', ?, 1 FROM department g, department r WHERE g.code = 'SH' AND r.code = 'HB'`,
        [task?.id, task?.id],
      );
      await db().write(`UPDATE ledger_import SET jurisdiction = '/SH/HB/'`);
      await db().write(`INSERT INTO bulletin_file (id, bulletin_id, format, sha256, bytes) SELECT 'f', id, 'docx', 'h', 1 FROM bulletin LIMIT 1`); // prettier-ignore
      await db().write(`INSERT INTO deadline_change (id, task_id, deadline_version, to_due_on, changed_on, reason, before_meeting) VALUES ('c', ?, 9, '2023-09-01', '2023-03-01', '', 0)`, [task?.id]); // prettier-ignore
      await db().write(`INSERT INTO department_group_member (id, group_id, department_id) SELECT 'm', id, ? FROM department_group LIMIT 1`, [unit?.id]); // prettier-ignore
      await db().write(`INSERT INTO hand_over (id, post_code, department_id, former, term_id, successor, from_day, note, sheet, handed_on, handed_by) VALUES ('h', 'SFJ-HEAD', ?, '', ?, '', '2023-03-01', '', '{}', '2023-03-01', 'x')`, [unit?.id, unit?.term]); // prettier-ignore
      await db().write(`INSERT INTO register_flag (id, register, number, department_code, due_on, raised_in, raised_overdue_days) VALUES ('r', 'DECISION', '1', 'SFJ', '2023-03-01', '2023-02', 1)`); // prettier-ignore
      await db().write(`INSERT INTO register_snapshot (round_id, register, number, sort_key, title, department_code, department_name, standing, light, rule, explanation, overdue_days) SELECT id, 'DECISION', '1', '1', '', 'SFJ', '', '', 'RED', '', '', 1 FROM dispatch_round LIMIT 1`); // prettier-ignore
      await db().write(`INSERT INTO snapshot_correction (id, ledger_id, month, task_id, department_code, field, was, now, reason, recorded_on, source_key) VALUES ('s', ?, '2023-02', ?, '', 'count', '1', '2', '', '2023-03-01', 's')`, [task?.ledger, task?.id]); // prettier-ignore
    });
  };
  /** Lets the program's role through every policy, or no longer. */
  const bypass = async (isThrough: boolean): Promise<void> => {
    const url = new URL(ground.test.app.get(Settings).DATABASE_URL ?? '');
    const role = url.username;
    [url.username, url.password] = ['postgres', 'postgres'];
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    await client.query(`ALTER ROLE ${role} ${isThrough ? 'BYPASSRLS' : 'NOBYPASSRLS'}`);
    await client.end();
  };
  const columnsOf = async (table: string): Promise<string[]> =>
    (await db().read<{ name: string }>(`SELECT column_name AS name FROM information_schema.columns WHERE table_name = ?`, [table])).map(({ name }) => name); // prettier-ignore
});

/** What differs from one moment to the next. */
const MOMENT = /"date":"[^"]+"|"auditEvents":\d+,"lastAuditAt":\d+/g;
/** Answers that tell the time, or what the process is at. */
const RESTLESS = /health|metrics|progress|audit/;
/** What is known of a ledger as a whole, or of a year's catalogue, in all its jurisdiction. */
const OF_THE_LEDGER: ReadonlySet<string> = new Set([
  'ledger',
  'indicator',
  'dispatch_round',
  'bulletin',
  'bulletin_file',
  'decision_catalogue',
]);
/** An office may enter a case before it has parties; the same one is then there already. */
const INSERTABLE: Readonly<Record<string, { office: string; department: string }>> = {
  court_case: { office: '23505', department: REFUSED },
};
