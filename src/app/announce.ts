import type { INestApplicationContext } from '@nestjs/common';
import { BootstrapService } from '../features/identity/bootstrap.service.js';
import { Database } from '../platform/database/database.js';
import { Logger } from '../platform/log/logger.js';
import { LOOPBACK, type Settings } from '../platform/config/settings.js';

/** Tells the operator, on the terminal only, what he must know at a start: the one-time secret, and open connections. */
export async function announce(app: INestApplicationContext, settings: Settings): Promise<void> {
  const secret = await app.get(BootstrapService).secret();
  if (secret !== null) {
    say(`首次启用口令（只用一次，重启后更换）：${secret}`);
    say('请在浏览器打开上述地址，设立系统管理员、安全管理员、审计管理员。');
  }
  if (settings.DIAODU_TLS === 'OFF' && !LOOPBACK.includes(settings.HOST)) {
    say('注意：其他计算机以未加密的 http 访问本服务；请尽快在前面架设 https，并设 DIAODU_TLS=ON。');
  }
}

/** Says loudly, in the log of every process that serves or works, what the database does not keep. */
export async function warnOfDatabase(app: INestApplicationContext): Promise<void> {
  const [db, log] = [app.get(Database), app.get(Logger)];
  if (await db.isPastTheWall())
    log.error(
      '连接 PostgreSQL 的账号是超级用户或者有 BYPASSRLS，行级安全对它不起作用，辖区之间只剩程序自身的限制；请改用普通账号（见 docs/operations.md“数据库账号”）。',
      { code: 'ROW_SECURITY_BYPASSED' },
    );
  if (await db.isUnsynced())
    log.error(
      'PostgreSQL 的 fsync 或者 full_page_writes 为 off，断电可能损坏整个数据库；请改为 on 并重新启动数据库（见 docs/operations.md“数据库落盘”）。',
      { code: 'DATABASE_UNSYNCED' },
    );
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
