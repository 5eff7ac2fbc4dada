import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { DomainError } from '../../domain/refusal.js';
import type { Database } from './database.js';

/**
 * Changes one row only if it still has the version the decision was made on, and counts the version up.
 * TypeORM's own version column does not stop lost updates. Refuses with STALE when somebody else was faster.
 */
export async function updateVersioned<Row extends ObjectLiteral & { id: string; version: number }>(
  db: Database,
  entity: EntityTarget<Row>,
  row: { id: string; version: number },
  changes: Partial<Row>,
): Promise<void> {
  const result = await db.writer.update(
    entity,
    { id: row.id, version: row.version } as never,
    { ...changes, version: row.version + 1 } as QueryDeepPartialEntity<Row>,
  );
  if (result.affected !== 1) throw staleVersion();
}

/** The refusal of a change that was based on an older version. */
export function staleVersion(): DomainError {
  return new DomainError('STALE', 'STALE_VERSION', '该记录已被他人修改，请刷新后核对再提交。');
}
