import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../../domain/refusal.js';

/** Folder in a data folder that is being filled from a backup; it goes as the last thing of all. */
export const RESTORING = '.restoring';

/** Refuses to open data that a restore is filling, or that one which broke off has left half filled. */
export function refuseUnfinishedRestore(dataDir: string): void {
  if (!existsSync(join(dataDir, RESTORING))) return;
  throw new DomainError(
    'CONFLICT',
    'RESTORE_UNFINISHED',
    '数据目录正在恢复，或者上一次恢复没有完成，不能启动；请等待恢复完成，或者重新执行 restore 命令。',
  );
}
