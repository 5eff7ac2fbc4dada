/** A file that exists only in this test, and the rule that must report each line marked with `// !`. */
export interface BanPlant {
  rule: string;
  path: string;
  text: string;
}

const plant = (rule: string, path: string, ...lines: string[]): BanPlant => ({
  rule,
  path,
  text: lines.join('\n'),
});

const STORE_HEAD = `import type { Database } from '../../platform/database/database.js';`;
const MANAGER_HEAD = `import type { EntityManager, Repository } from 'typeorm';`;
const TABLE = `{ id: string }`;

/** Bad lines end in `// !`; the lines beside them are good and must not be reported. */
export const BAN_PLANTS: readonly BanPlant[] = [
  plant(
    'no-clock',
    'src/features/planted/clock.ts',
    `export const a = new Date(); // !`,
    `export const b = Date.now(); // !`,
    `export const c = performance.now(); // !`,
    `export const d = new Date(2023, 5, 1); // !`,
    `export const e = process.hrtime.bigint(); // !`,
    `export const good = new Date(0);`,
  ),
  plant(
    'no-environment',
    'src/features/planted/environment.ts',
    `import { env } from 'node:process'; // !`,
    `export const a = process.env.HOME; // !`,
    `export const b = env.HOME;`,
    `export const good = process.pid;`,
  ),
  plant('no-default-export', 'src/features/planted/default.ts', `export default class Thing {} // !`),
  plant(
    'no-default-export',
    'test/planted/default.ts',
    `const thing = 1;`,
    `export { thing as default }; // !`,
  ),
  plant(
    'no-barrel',
    'src/features/planted/door.ts',
    `export { isDay } from '../../domain/calendar/day.js'; // !`,
  ),
  plant('no-barrel', 'src/features/planted/all.ts', `export * from '../../domain/calendar/day.js'; // !`),
  plant(
    'no-barrel',
    'src/features/planted/planted.reader.ts',
    `export type { Unit } from '../../platform/database/unit-of-work.js'; // !`,
    `export { thing } from './index.js'; // !`,
    `export type { Thing } from './default.js';`,
  ),
  plant('no-barrel', 'src/features/planted/index.ts', `export const thing = 1; // !`),
  plant(
    'no-forward-reference',
    'src/features/planted/forward.ts',
    `import { forwardRef } from '@nestjs/common'; // !`,
    `export const later = forwardRef(() => Object); // !`,
  ),
  plant(
    'no-trap',
    'src/features/planted/trap.ts',
    `export const pipe = { enableImplicitConversion: true }; // !`,
    `export const source = { synchronize: true }; // !`,
    `export const good = { synchronize: false };`,
  ),
  plant(
    'no-skipped-test',
    'src/features/planted/skipped.spec.ts',
    `import { describe, it } from '@jest/globals';`,
    `it.skip('later', () => undefined); // !`,
    `describe.only('now', () => undefined); // !`,
    `it.each([1])('good %i', () => undefined);`,
  ),
  plant(
    'no-constant-expectation',
    'src/features/planted/constant.spec.ts',
    `import { expect } from '@jest/globals';`,
    `expect(true).toBe(true); // !`,
    `expect(1).toBe(1); // !`,
    `expect([1].length).toBe(1);`,
  ),
  plant(
    'no-module-mock',
    'src/features/planted/mock.spec.ts',
    `import { jest } from '@jest/globals';`,
    `jest.unstable_mockModule('./task.store.js', () => ({})); // !`,
    `export const good = jest.fn();`,
  ),
  plant(
    'no-todo-without-issue',
    'src/features/planted/todo.ts',
    `export const a = 1; /* TODO: later */ // !`,
    `export const good = 1; // TODO(#12): the office has to say which`,
    `export const text = 'TODO';`,
  ),
  plant(
    'no-bare-suppression',
    'src/features/planted/suppression.ts',
    `/* oxlint-disable complexity */ // !`,
    `// oxlint-disable-next-line complexity -- one line per clause of the regulation`,
    `export const good = 1;`,
  ),
  plant(
    'types-are-imported-as-types',
    'src/features/planted/type-import.ts',
    `import { Clock } from '../../platform/clock/clock.js'; // !`,
    `import { isDay, type Day } from '../../domain/calendar/day.js';`,
    `import { DomainError } from '../../domain/refusal.js';`,
    `export const ask = (clock: Clock): Day => clock.today();`,
    `export const good = [isDay, DomainError.prototype];`,
  ),
  plant(
    'writes-only-in-stores',
    'src/features/planted/planted.service.ts',
    STORE_HEAD,
    MANAGER_HEAD,
    `import { bulkInsert } from '../../platform/database/bulk-insert.js';`,
    `export async function bad(db: Database, manager: EntityManager, rows: Repository<${TABLE}>): Promise<void> {`,
    `  await rows.save({ id: '1' }); // !`,
    `  await rows.update('1', { id: '2' }); // !`,
    `  await manager.delete('task', '1'); // !`,
    `  await manager.query('DELETE FROM task'); // !`,
    `  await manager.createQueryBuilder().delete().from('task').execute(); // !`,
    `  await db.write('DELETE FROM task'); // !`,
    `  await db.writer.insert('task', { id: '1' }); // !`,
    `  await bulkInsert(db, 'task', ['id'], [['1']]); // !`,
    `  await db.source.destroy(); // !`,
    `  new Map([[1, 1]]).delete(1);`,
    `  await db.unitOfWork.run(async () => undefined);`,
    `}`,
  ),
  plant(
    'writes-only-in-stores',
    'src/features/planted/planted.store.ts',
    STORE_HEAD,
    `export async function keep(db: Database): Promise<void> {`,
    `  await db.writer.save({ id: '1' }); // !`,
    `  await db.reader.delete('task', '1'); // !`,
    `  await db.reader.getRepository('task').update('1', {}); // !`,
    `  await db.reader.query('SELECT 1');`,
    `  await db.write('DELETE FROM task');`,
    `  await db.writer.update('task', '1', {});`,
    `}`,
  ),
];
