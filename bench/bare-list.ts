import Database from 'better-sqlite3';
import fastify from 'fastify';
import { taskLifecycle } from '../src/domain/task/task-lifecycle.js';

// Child: the floor of the list page. A bare Fastify handler on one prepared better-sqlite3 statement that gives the same
// bytes. Words: SQLite file, port.
const [file = '', port = '0'] = process.argv.slice(2);
const db = new Database(file, { readonly: true });
const labels: Readonly<Record<string, string>> = taskLifecycle.states;
const ledgerOf = db.prepare('SELECT id FROM ledger WHERE code = ?').pluck();
const page = db.prepare(
  `SELECT t.id, t.ledger_id, t.number, t.title, i.path, t.starts_on, t.original_due_on, t.due_on, t.cadence, t.state,
          t.version, t.sort_key, d.code, d.name
     FROM task t
     LEFT JOIN indicator i ON i.id = t.indicator_id
     LEFT JOIN assignment a ON a.task_id = t.id AND a.is_first_lead = 1
     LEFT JOIN department d ON d.id = a.department_id
    WHERE t.ledger_id = ? AND (t.sort_key, t.id) > (?, ?) ORDER BY t.sort_key, t.id LIMIT ?`,
);

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
  (request, reply) => {
    const { ledger, limit, after } = request.query;
    const [sortKey, id] = after === undefined ? ['', ''] : (JSON.parse(decoded(after)) as [string, string]);
    const rows = page.all(ledgerOf.get(ledger), sortKey, id, Number(limit) + 1) as Row[];
    const items = rows.slice(0, Number(limit)).map(itemOf);
    const last = rows.length > items.length ? rows[items.length - 1] : undefined;
    void reply.send({ items, next: last ? encoded(JSON.stringify([last.sort_key, last.id])) : null });
  },
);
await app.listen({ port: Number(port), host: '127.0.0.1' });

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
