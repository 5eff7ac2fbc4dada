import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { DomainError } from '../../domain/refusal.js';

/** Folder in a data folder that is being filled from a backup; it goes as the last thing of all. */
export const RESTORING = '.restoring';

/** Table that says the same of a PostgreSQL database. */
export const RESTORING_TABLE = 'diaodu_restoring';

/** Refuses to open data that a restore is filling, or that one which broke off has left half filled. */
export function refuseUnfinishedRestore(dataDir: string): void {
  if (existsSync(join(dataDir, RESTORING))) throw unfinished();
}

/** The same for a PostgreSQL database; closes the connection before it refuses. */
export async function refuseWhileRestored(source: DataSource): Promise<void> {
  if (source.options.type !== 'postgres') return;
  const [row] = await source.query<{ note: string | null }[]>(
    `SELECT to_regclass('${RESTORING_TABLE}') AS note`,
  );
  if (!row?.note) return;
  await source.destroy();
  throw unfinished();
}

function unfinished(): DomainError {
  return new DomainError(
    'CONFLICT',
    'RESTORE_UNFINISHED',
    '数据正在恢复，或者上一次恢复没有完成，不能启动；请等待恢复完成，或者重新执行 restore 命令。',
  );
}
