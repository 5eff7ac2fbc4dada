import { DomainError, type RefusalKind } from '../../domain/refusal.js';

const REFUSALS = {
  BACKUP_NOTHING: [
    'CONFLICT',
    '没有找到数据库或者其中没有数据表，没有可以备份的内容；请核对 DIAODU_DATA_DIR 或者 DATABASE_URL。',
  ],
  BACKUP_NO_PLACE: ['CONFLICT', '没有设定备份目录；请设置 DIAODU_BACKUP_DIR，或者在命令中写明目录。'],
  BACKUP_INSIDE_DATA: [
    'INVALID',
    '备份目录不能放在数据目录之内；请另选目录，最好在另一块磁盘或者另一台机器上。',
  ],
  BACKUP_TOOL_MISSING: [
    'CONFLICT',
    '没有找到 PostgreSQL 的 pg_dump 或者 pg_restore 程序；请安装 PostgreSQL 客户端，或者用 DIAODU_PG_BIN 指明其目录。',
  ],
  BACKUP_TOOL_TOO_OLD: [
    'CONFLICT',
    'pg_dump 的版本低于数据库服务器，不能备份；请安装不低于服务器版本的 PostgreSQL 客户端，并用 DIAODU_PG_BIN 指明其目录。',
  ],
  BACKUP_TOOL_FAILED: ['UNAVAILABLE', 'PostgreSQL 的备份程序没有完成，原因见详情；请处理后重新办理。'],
  BACKUP_RUNNING: ['CONFLICT', '正在备份，请等待本次备份完成。'],
  BACKUP_WRITE_FAILED: [
    'UNAVAILABLE',
    '备份目录无法写入（磁盘已满、没有权限或者磁盘未接好），本次备份未完成；请处理后重新备份。',
  ],
  BACKUP_NOT_FOUND: ['NOT_FOUND', '没有找到这份备份，请刷新备份清单后重选。'],
  BACKUP_DAMAGED: ['CONFLICT', '备份已损坏或者不完整，不能使用；损坏的文件见详情，请改用另一份备份。'],
  BACKUP_TOO_NEW: [
    'CONFLICT',
    '这份备份由更新版本的程序生成，本程序不能恢复；请先把程序升级到备份时的版本或者更高版本。',
  ],
  RESTORE_TARGET_NOT_EMPTY: [
    'CONFLICT',
    '目标数据目录不是空的（可能有服务正在使用），为免覆盖已有数据，没有恢复；请另用空目录。',
  ],
  RESTORE_DATABASE_NOT_EMPTY: [
    'CONFLICT',
    'DATABASE_URL 指向的数据库不是空的，为免覆盖已有数据，没有恢复；请新建一个空数据库（排序规则为 C 或 C.UTF-8）后再恢复。',
  ],
  RESTORE_OTHER_DATABASE: [
    'CONFLICT',
    '备份与当前设置的数据库种类不同（SQLite 与 PostgreSQL 的备份不能互换）；请把 DIAODU_DATABASE 设成与备份时相同。',
  ],
  RESTORE_RUNNING: ['CONFLICT', '另一个恢复正在这个目录中进行，请等待其完成。'],
  RESTORE_KEY_MISSING: [
    'CONFLICT',
    '备份中没有审计密钥；请用 --key 指定密钥文件，或者设置与备份时相同的 DIAODU_AUDIT_KEY。',
  ],
  RESTORE_KEY_WRONG: ['CONFLICT', '审计密钥与备份时的不同，无法核验审计链，没有恢复；请使用备份时的密钥。'],
  RESTORE_CHAIN_BROKEN: ['CONFLICT', '备份中的审计链核验不通过，没有恢复；核验结果见详情。'],
} as const satisfies Record<string, readonly [RefusalKind, string]>;

/** Gives a refusal of backup or restore. */
export function backupRefusal(
  code: keyof typeof REFUSALS,
  details: Readonly<Record<string, unknown>> = {},
): DomainError {
  const [kind, sentence] = REFUSALS[code];
  return new DomainError(kind, code, sentence, details);
}

const UNWRITABLE = new Set(['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'EIO', 'ENOTDIR', 'ENXIO']);
const UNWRITABLE_DATABASE = /^SQLITE_(FULL|IOERR|CANTOPEN|READONLY)/;

/** An error of the place that is written to becomes a refusal; the service's own storage is not concerned. */
export function asWriteRefusal(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string' || error instanceof DomainError) return error;
  if (!UNWRITABLE.has(code) && !UNWRITABLE_DATABASE.test(code)) return error;
  return backupRefusal('BACKUP_WRITE_FAILED', { reason: code });
}
