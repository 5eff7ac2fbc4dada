import { Table, TableColumn, TableForeignKey, TableIndex, TableUnique, type QueryRunner } from 'typeorm';

/** Column words for migrations, the same on both databases: no booleans, no native dates, no json types (see ADR 0011). */
type Options = { nullable?: boolean; default?: string | number };

/** Text, also for days, months and JSON. */
export function text(name: string, options: Options = {}): TableColumn {
  return column(name, 'text', options);
}

/** A count, a percentage or a 0/1 flag. */
export function integer(name: string, options: Options = {}): TableColumn {
  return column(name, 'integer', options);
}

/** An instant in milliseconds UTC, or an amount of money in fen. */
export function big(name: string, options: Options = {}): TableColumn {
  return column(name, 'bigint', options);
}

/** Text primary key. */
export function key(name = 'id'): TableColumn {
  return new TableColumn({ name, type: 'text', isPrimary: true });
}

/** Whole-number primary key that the program counts itself. */
export function bigKey(name: string): TableColumn {
  return new TableColumn({ name, type: 'bigint', isPrimary: true });
}

/** Whole-number primary key of small range, such as a year. */
export function integerKey(name: string): TableColumn {
  return new TableColumn({ name, type: 'integer', isPrimary: true });
}

/** What stands beside the columns of a table. */
export interface TableRules {
  unique?: string[][];
  /** Named indexes: the name stands in the entity too. */
  index?: Record<string, string[]>;
  /** column → referenced table (its `id`). */
  references?: Record<string, string>;
}

/** Creates a table in words; keys and constraints get the names TypeORM gives the entity's own. */
export async function createTable(
  runner: QueryRunner,
  name: string,
  columns: TableColumn[],
  rules: TableRules = {},
): Promise<void> {
  await runner.createTable(
    new Table({
      name,
      columns,
      uniques: (rules.unique ?? []).map((columnNames) => new TableUnique({ columnNames })),
      indices: Object.entries(rules.index ?? {}).map(
        ([indexName, columnNames]) => new TableIndex({ name: indexName, columnNames }),
      ),
      foreignKeys: Object.entries(rules.references ?? {}).map(
        ([columnName, referencedTableName]) =>
          new TableForeignKey({
            columnNames: [columnName],
            referencedTableName,
            referencedColumnNames: ['id'],
          }),
      ),
    }),
  );
}

/** Drops tables in the given order. */
export async function dropTables(runner: QueryRunner, names: string[]): Promise<void> {
  for (const name of names) await runner.dropTable(name);
}

function column(name: string, type: string, options: Options): TableColumn {
  const value = options.default;
  return new TableColumn({
    name,
    type,
    isNullable: options.nullable ?? false,
    ...(value === undefined ? {} : { default: typeof value === 'string' ? `'${value}'` : value }),
  });
}

/**
 * Takes a column away in place. TypeORM would make the table anew on SQLite and drop the old one, which rows that point at
 * it forbid when a migration is taken back on a filled database.
 */
export async function dropColumn(q: QueryRunner, table: string, name: string): Promise<void> {
  await q.query(`ALTER TABLE "${table}" DROP COLUMN "${name}"`);
}

/**
 * Puts one unique key of a table in the place of another, on a filled table too. PostgreSQL does it in place. SQLite keeps
 * keys inside the table, which is therefore laid aside, made anew under its own name and filled again; rows that point at
 * it are looked at when the unit ends, when all are back.
 */
export async function changeUnique(
  q: QueryRunner,
  name: string,
  from: string[],
  to: string[],
): Promise<void> {
  const table = await q.getTable(name);
  const known = table?.uniques.find(({ columnNames }) => isSame(columnNames, from));
  if (!table || !known) throw new Error(`${name} has no unique key of ${from.join(', ')}`);
  const wanted = new TableUnique({ columnNames: to });
  if (q.dataSource.options.type === 'postgres') {
    await q.dropUniqueConstraint(table, known);
    await q.createUniqueConstraint(table, wanted);
    return;
  }
  const next = table.clone();
  next.uniques = [...next.uniques.filter(({ columnNames }) => !isSame(columnNames, from)), wanted];
  // A key of one column is told of the column too.
  for (const column of next.columns) column.isUnique = to.length === 1 && column.name === to[0];
  const columns = table.columns.map((column) => `"${column.name}"`).join(', ');
  await q.query('PRAGMA defer_foreign_keys = ON');
  await q.query(`CREATE TEMP TABLE laid_aside AS SELECT ${columns} FROM "${name}"`);
  await q.dropTable(table);
  await q.createTable(next);
  await q.query(`INSERT INTO "${name}" (${columns}) SELECT ${columns} FROM laid_aside`);
  await q.query('DROP TABLE laid_aside');
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && other.every((name) => one.includes(name));
}
