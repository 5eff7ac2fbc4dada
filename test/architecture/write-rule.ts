import ts from 'typescript';
import { isProduct, nodesOf, type Source, type SourceRule } from './source-file.js';

/** Methods of TypeORM that change rows or can. Reading through a store's manager stays free. */
const CHANGES = new Set(
  'save insert update delete upsert remove softDelete softRemove restore recover increment decrement clear query execute transaction'.split(
    ' ',
  ),
);
/** The doors of our own Database class that lead to a change. */
const DATABASE_DOORS = new Set(['write', 'writer', 'source']);

const isStore = (path: string): boolean => path.endsWith('.store.ts');
const keepsTheDatabase = (path: string): boolean => /^src\/(platform\/database|migrations)\//.test(path);
/** The platform's own tables have no features around them, so its files may write to them in a unit of work. */
const mayWrite = (path: string): boolean => isStore(path) || path.startsWith('src/platform/');
/** Who may hold the whole data source: migrations and their check are run from the app. */
const mayHoldSource = (path: string): boolean =>
  path.startsWith('src/app/') || path.startsWith('src/platform/');

/**
 * Every write goes through a store and so through a unit of work: on SQLite a write beside the writer queue is
 * acknowledged and lost. `save()` is refused even in stores, because with an id from outside it overwrites that row.
 */
export const writesOnlyInStores: SourceRule = {
  name: 'writes-only-in-stores',
  appliesTo: (path) => isProduct(path) && !keepsTheDatabase(path),
  *breaches(source) {
    for (const node of nodesOf(source.tree)) if (isRawWrite(node, source)) yield node;
  },
};

function isRawWrite(node: ts.Node, source: Source): boolean {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    return node.expression.text === 'bulkInsert' && !mayWrite(source.path);
  }
  if (!ts.isPropertyAccessExpression(node)) return false;
  const owner = ownerOf(node.expression, source.types);
  if (owner === 'typeorm') return isRawChange(node, source);
  if (owner !== 'database' || !DATABASE_DOORS.has(node.name.text)) return false;
  return node.name.text === 'source' ? !mayHoldSource(source.path) : !mayWrite(source.path);
}

function isRawChange(node: ts.PropertyAccessExpression, { path }: Source): boolean {
  const name = node.name.text;
  if (!CHANGES.has(name)) return false;
  if (!isStore(path) || name === 'save') return true;
  const isQuestion = name === 'query' || name === 'execute';
  return !isQuestion && /\.(reader|source)\b/.test(node.expression.getText());
}

/** Whose object an expression is: TypeORM's, our Database's, or neither. */
function ownerOf(expression: ts.Expression, types: ts.TypeChecker): 'typeorm' | 'database' | null {
  const type = types.getTypeAtLocation(expression);
  const parts = type.isUnionOrIntersection() ? type.types : [type];
  for (const part of parts) {
    const file = part.getSymbol()?.declarations?.[0]?.getSourceFile().fileName ?? '';
    if (file.includes('/node_modules/typeorm/')) return 'typeorm';
    if (file.endsWith('src/platform/database/database.ts')) return 'database';
  }
  return null;
}
