/**
 * Errors after which a process may no longer trust its own database connection. TypeORM's rollback fails after
 * SQLITE_FULL and leaves a transaction open, so later acknowledged writes would be lost; PostgreSQL itself panics
 * on a failed fsync for the same reason.
 */
const SQLITE_FATAL = /^SQLITE_(FULL|IOERR|NOMEM|CORRUPT|NOTADB|CANTOPEN|READONLY)/;
const POSTGRES_FATAL = /^(53100|53200|58\w{3}|XX00[012])$/;

/** True when the process must stop rather than go on after this error. */
export function isStorageError(error: unknown): boolean {
  const code = codeOf(error);
  return SQLITE_FATAL.test(code) || POSTGRES_FATAL.test(code);
}

/** True when another process holds the write lock of the SQLite file and the unit may simply be tried again. */
export function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY');
}

/** The driver's code of an error or of the error it wraps; empty when there is none. */
export function codeOf(error: unknown): string {
  const seen = error as { code?: unknown; driverError?: { code?: unknown } } | null;
  const code = seen?.driverError?.code ?? seen?.code;
  return typeof code === 'string' ? code : '';
}
