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

/**
 * The refusal of a change that was based on an older version. With what was to be changed and the version that was seen,
 * whoever is told learns from the audit trail who changed what meanwhile.
 */
export function staleVersion(
  kind?: string,
  row?: { id: string; version: number },
  seen?: number,
): DomainError {
  const details = kind && row ? { kind, id: row.id, behind: row.version - (seen ?? row.version) } : {};
  return new DomainError('STALE', 'STALE_VERSION', '该记录已被他人修改，请刷新后核对再提交。', details);
}
