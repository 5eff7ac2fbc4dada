import { DomainError } from '../../domain/refusal.js';
import { codeOf } from './storage-error.js';

/** Ends of a connection as PostgreSQL tells them: by an administrator, by a crash, still starting, class 08; 25P03: stood open too long. */
const LOST_STATE = /^(57P0[1-5]|25P03|08\w{3})$/;
/** Ends of a connection as the machine tells them. */
const LOST_CODE = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
/** Ends of a connection that the driver and its pool tell with a sentence only. */
const LOST_SENTENCE =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|This socket has been ended|Query runner already released)/;
const CROWDED_SENTENCE = 'timeout exceeded when trying to connect';

/** True when the connection is gone and with it the answer; whether the statement was done, nobody has said. */
export function isConnectionLoss(error: unknown): boolean {
  const code = codeOf(error);
  return (
    LOST_STATE.test(code) ||
    LOST_CODE.test(code) ||
    isSocketGone(error) ||
    LOST_SENTENCE.test(sentenceOf(error))
  );
}

/** A server reached by a file of the machine that is not there; any other missing file has nothing to do with it. */
function isSocketGone(error: unknown): boolean {
  if (codeOf(error) !== 'ENOENT') return false;
  const seen = error as { syscall?: unknown; driverError?: { syscall?: unknown } };
  return (seen.driverError?.syscall ?? seen.syscall) === 'connect';
}

/** True when PostgreSQL undid the unit for the sake of another one, so that it may simply be done again. */
export function isUndone(error: unknown): boolean {
  return ['40P01', '40001'].includes(codeOf(error));
}

/** What a person is told when the database could not do its part; null for every other error. */
export function refusalOfDatabase(error: unknown): DomainError | null {
  const code = codeOf(error);
  if (code === '57014') return databaseSlow();
  if (code === '53300' || sentenceOf(error) === CROWDED_SENTENCE) return databaseCrowded();
  if (code === '55P03' || isUndone(error)) return databaseBusy();
  return isConnectionLoss(error) ? databaseUnreachable() : null;
}

/** Another program holds what the deed needs. */
export function databaseBusy(): DomainError {
  return new DomainError(
    'UNAVAILABLE',
    'DATABASE_BUSY',
    '数据库正被其他程序占用，本次操作未保存，请稍后重试。',
  );
}

/** The connection was lost while the unit was being committed. */
export function outcomeUnknown(): DomainError {
  return new DomainError(
    'UNAVAILABLE',
    'OUTCOME_UNKNOWN',
    '提交时与数据库的连接中断，暂不能确定是否已保存；请原样再提交一次（带相同的 Idempotency-Key 不会重复办理），或者刷新后核对。',
  );
}

/** True for the refusal above. */
export function isOutcomeUnknown(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'OUTCOME_UNKNOWN';
}

function databaseSlow(): DomainError {
  return new DomainError(
    'UNAVAILABLE',
    'DATABASE_SLOW',
    '数据库处理超时，本次操作未保存；请缩小查询范围，或者稍后重试。',
  );
}

export function databaseCrowded(): DomainError {
  return new DomainError(
    'UNAVAILABLE',
    'DATABASE_CROWDED',
    '同时办理的人过多，数据库连接已用完，本次操作未保存，请稍后重试；经常出现的，请系统管理员增加连接数。',
  );
}

function databaseUnreachable(): DomainError {
  return new DomainError(
    'UNAVAILABLE',
    'DATABASE_UNREACHABLE',
    '数据库暂时连接不上，本次操作未保存，请稍后重试；持续出现的，请系统管理员检查数据库服务。',
  );
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
