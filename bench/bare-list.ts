import Database from 'better-sqlite3';
import fastify from 'fastify';
import pg from 'pg';
import { taskLifecycle } from '../src/domain/task/task-lifecycle.js';

// Child: the floor of the list page. A bare Fastify handler on one prepared statement of the driver (better-sqlite3, or pg
// with a pool of ten) that gives the same bytes. Words: SQLite file or PostgreSQL address, port.
const [address = '', port = '0'] = process.argv.slice(2);
const labels: Readonly<Record<string, string>> = taskLifecycle.states;
const LEDGER = 'SELECT id FROM ledger WHERE code = ?';
const PAGE = `SELECT t.id, t.ledger_id, t.number, t.title, i.path, t.starts_on, t.original_due_on, t.due_on, t.cadence, t.state,
          t.version, t.sort_key, d.code, d.name
     FROM task t
     LEFT JOIN indicator i ON i.id = t.indicator_id
     LEFT JOIN assignment a ON a.task_id = t.id AND a.is_first_lead = 1
     LEFT JOIN department d ON d.id = a.department_id
    WHERE t.ledger_id = ? AND (t.sort_key, t.id) > (?, ?) ORDER BY t.sort_key, t.id LIMIT ?`;
const ask = address.startsWith('postgres') ? onPostgres() : onSqlite();

interface Row {
  id: string;
  ledger_id: string;
  number: string;
  title: string;
  path: string | null;
  starts_on: string;
  original_due_on: string | null;
  due_on: string | null;
  cadence: string;
  state: string;
  version: number;
  sort_key: string;
  code: string;
  name: string;
}

const app = fastify();
app.get<{ Querystring: { ledger: string; limit: string; after?: string } }>(
  '/api/v1/tasks',
  async (request, reply) => {
    const { ledger, limit, after } = request.query;
    const [sortKey, id] = after === undefined ? ['', ''] : (JSON.parse(decoded(after)) as [string, string]);
    const [found] = await ask<{ id: string }>(LEDGER, [ledger]);
    const rows = await ask<Row>(PAGE, [found?.id, sortKey, id, Number(limit) + 1]);
    const items = rows.slice(0, Number(limit)).map(itemOf);
    const last = rows.length > items.length ? rows[items.length - 1] : undefined;
    return reply.send({ items, next: last ? encoded(JSON.stringify([last.sort_key, last.id])) : null });
  },
);
await app.listen({ port: Number(port), host: '127.0.0.1' });

type Ask = <Found>(sql: string, values: unknown[]) => Promise<Found[]>;

function onSqlite(): Ask {
  const db = new Database(address, { readonly: true });
  const prepared = new Map([LEDGER, PAGE].map((sql) => [sql, db.prepare(sql)]));
  return async <Found>(sql: string, values: unknown[]) => prepared.get(sql)?.all(...values) as Found[];
}

function onPostgres(): Ask {
  const pool = new pg.Pool({ connectionString: address, max: 10 });
  return async <Found>(sql: string, values: unknown[]) => {
    let n = 0;
    const text = sql.replaceAll('?', () => `$${++n}`);
    const name = sql === LEDGER ? 'ledger' : 'page';
    return (await pool.query({ name, text, values })).rows as Found[];
  };
}

function itemOf(row: Row) {
  return {
    id: row.id,
    ledgerId: row.ledger_id,
    number: row.number,
    title: row.title,
    indicator: row.path ?? '',
    startsOn: row.starts_on,
    originalDueOn: row.original_due_on,
    dueOn: row.due_on,
    cadence: row.cadence,
    state: row.state,
    stateLabel: labels[row.state] ?? row.state,
    lead: { code: row.code, name: row.name },
    version: row.version,
  };
}

function decoded(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString('utf8');
}

function encoded(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}
