/** The oldest server our statements and promises are tried with. */
const OLDEST = 150_000;

/** Refuses the start on an older PostgreSQL; takes the number as the server tells it, 150018 for 15.18. */
export function assertPostgresVersion(version: number): void {
  if (version >= OLDEST) return;
  throw new Error(
    `PostgreSQL 版本应不低于 15（现为 ${Math.floor(version / 10_000)}），服务未启动；请先升级数据库。`,
  );
}
