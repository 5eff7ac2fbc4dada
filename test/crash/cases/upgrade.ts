import { layVersion010 } from '../../support/previous-version.js';
import { columnsOf, contentOf, type Columns } from '../../support/kept-columns.js';
import type { Bench, CrashCase, Told } from '../case.js';
import type { Place, Program } from '../program.js';
import { ask, fingerprint } from '../tables.js';
import { Verdict } from '../verdict.js';

const MIGRATE = ['--json', 'migrate'];
const MIGRATION = 'migrations/1700000000022-robots.js';
const SECOND_TABLE = "await createTable(q, 'robot_pace'";

/** The upgrade of a full database of the version before, killed before one of its statements and begun again. */
class Upgrade {
  private kept: { columns: Columns; content: Record<string, string> } | null = null;

  constructor(
    private readonly bench: Bench,
    private readonly program: Program,
    private readonly verdict: Verdict,
  ) {}

  /** The upgrade in peace: what it leaves, and how many statements it took. */
  async calm(): Promise<{ tables: Record<string, string>; statements: number }> {
    const data = await this.old();
    const columns = new Map(await columnsOf(async (sql) => ask(data, sql), false));
    columns.delete('migration');
    this.kept = { columns, content: await contentOf(async (sql) => ask(data, sql), columns) };
    const { code, stderr } = await this.start(data).ended;
    this.verdict.same(`upgrade in peace (${stderr.slice(0, 200)})`, code, 0);
    return { tables: this.tables(data), statements: Number(/statements: (\d+)/.exec(stderr)?.[1] ?? 0) };
  }

  /** Killed before the n-th statement and begun again: everything as in peace. Gives whether the kill came in time. */
  async killed(n: number, tables: Record<string, string>, verdict = this.verdict): Promise<boolean> {
    const data = await this.old();
    const { signal } = await this.start(data, n).ended;
    const again = await this.start(data).ended;
    const where = `killed at statement ${n}`;
    verdict.same(`${where}, begun again (${again.stderr.slice(0, 300)})`, again.code, 0);
    if (again.code !== 0) return signal === 'SIGKILL';
    verdict.same(`${where}: tables`, this.tables(data), tables);
    const { columns, content } = this.kept ?? { columns: new Map(), content: {} };
    verdict.same(`${where}: old rows`, await contentOf(async (sql) => ask(data, sql), columns), content);
    return signal === 'SIGKILL';
  }

  private async old(): Promise<string> {
    const data = this.bench.folder();
    await layVersion010('sqlite', data);
    return data;
  }

  private start(data: string, killAt = 0) {
    const place: Place = {
      data,
      node: ['--import', './children/kill-at-statement.mjs'],
      settings: { DIAODU_LOG_LEVEL: 'silent', KILL_AT: String(killAt) },
    };
    return this.program.start('cli.js', MIGRATE, place);
  }

  /** What all tables hold and how they are made. */
  private tables(data: string): Record<string, string> {
    const made = ask<{ sql: string }>(data, 'SELECT sql FROM sqlite_master ORDER BY name');
    return { ...fingerprint(data), schema: made.map(({ sql }) => sql).join('\n') };
  }
}

/** n statements spread over the whole upgrade, at random within their part; all of them when there are not more. */
function spread(bench: Bench, statements: number, n: number): number[] {
  if (n >= statements) return Array.from({ length: statements }, (_, i) => i + 1);
  return Array.from({ length: n }, (_, i) => 1 + Math.floor(((i + bench.random()) * statements) / n));
}

/** C21. */
export const upgrade: CrashCase = {
  id: 'C21',
  what: 'a full database of version 0.1.0 upgraded, killed −9 before the n-th statement, begun again',
  async run(bench: Bench): Promise<Told> {
    const it = new Upgrade(bench, bench.program(), bench.verdict);
    const { tables, statements } = await it.calm();
    const kills = spread(bench, statements, bench.times(10, statements));
    let inTime = 0;
    for (const n of kills) inTime += (await it.killed(n, tables)) ? 1 : 0;
    bench.verdict.holds('processes died before they were done', inTime >= kills.length - 1);
    return { trials: kills.length, saw: `${statements} statements, ${inTime} kills; no row or column of before lost, same tables as in peace` };
  },
}; // prettier-ignore

/** B13: a migration that commits between its two tables; one kill between them must be noticed. */
export const migrationInPieces: CrashCase = {
  id: 'B13',
  what: 'planted: a migration that commits half-way',
  async run(bench: Bench): Promise<Told> {
    const program = bench.program();
    program.patch(
      MIGRATION,
      SECOND_TABLE,
      `await q.commitTransaction(); await q.startTransaction();\n${SECOND_TABLE}`,
    );
    const it = new Upgrade(bench, program, bench.verdict);
    const peace = await it.calm();
    let n = 0;
    for (let seen = new Verdict(); seen.isClean && n < peace.statements;) {
      seen = new Verdict();
      await it.killed(++n, peace.tables, seen);
    }
    bench.verdict.holds('a kill between the two tables is noticed', n < peace.statements);
    return { trials: n, saw: `caught at statement ${n} of ${peace.statements}` };
  },
};
