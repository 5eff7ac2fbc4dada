import { DomainError } from '../domain/refusal.js';
import { SettingsError } from '../platform/config/load-settings.js';
import { refusalOfDatabase } from '../platform/database/database-refusals.js';

/** Wrong settings end the start like wrong use of a command. */
const USAGE_EXIT = 2;
/** Data that may not be opened, such as half restored ones, or a database that does not answer; the sentence says what to do. */
const REFUSED_EXIT = 1;

/** Refusals of a database that answers, and is held by somebody else. */
const IN_USE: ReadonlySet<string> = new Set(['DATABASE_BUSY', 'DATABASE_SLOW']);
const HELD = '数据库正被长时间占用，服务未启动：请检查是否有其他程序正在升级数据表、备份或者恢复';
const AWAY = '数据库连接不上，服务未启动：请检查数据库服务是否运行、DATABASE_URL 是否正确';

/** Starts a program that goes on running; where its settings, data or database do not allow that, says why in one sentence and ends. */
export async function runProgram(start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    const sentence = startRefusal(error);
    if (sentence === null) throw error;
    process.stderr.write(`${sentence}\n`);
    process.exit(error instanceof SettingsError ? USAGE_EXIT : REFUSED_EXIT);
  }
}

/** Takes why a start failed; gives the sentence for it, null for an error of the program itself, whose stack is wanted. */
export function startRefusal(error: unknown): string | null {
  if (error instanceof SettingsError || error instanceof DomainError) return error.message;
  const refusal = refusalOfDatabase(error);
  if (refusal === null) return null;
  const cause = error instanceof Error ? error.message : '';
  // A server that is still starting answers like this; whoever watches over the program starts it again.
  return `${IN_USE.has(refusal.code) ? HELD : AWAY}（${cause}）。由 systemd 或者容器管理的，稍后会自动重新启动。`;
}
