import Sqlite from 'better-sqlite3';
import { verifyAudit, type AuditAnchor, type AuditVerdict } from '../audit/verify-audit.js';

/** What a copy of the database holds. */
export interface DatabaseFacts {
  migrations: string[];
  tables: Record<string, number>;
  anchor: AuditAnchor;
}

/** What was found in a copy that was looked through. */
export interface Inspection extends DatabaseFacts {
  /** What SQLite says of a damaged file or broken references; empty when sound. */
  faults: string[];
  /** Verdict on the audit chain; null when it was not asked for or the file could not be read. */
  audit: AuditVerdict | null;
}

/** What the thread is asked. */
export type Question =
  | { ask: 'copy'; from: string; to: string }
  | { ask: 'inspect'; file: string; key: Uint8Array | null; anchor: AuditAnchor | null };

const BUSY_MS = 5_000;

/**
 * Writes a copy of the database as of one moment, while others go on writing: VACUUM INTO reads in one transaction.
 * Never a plain copy of the file, which would lack what stands in the write-ahead log.
 */
export function copyDatabase(from: string, to: string): DatabaseFacts {
  const source = new Sqlite(from, { readonly: true, fileMustExist: true, timeout: BUSY_MS });
  try {
    source.prepare('VACUUM INTO ?').run(to);
  } finally {
    source.close();
  }
  return reading(to, (copy) => {
    const said = copy.pragma('quick_check', { simple: true });
    if (said !== 'ok') throw new Error(`the copy of the database is damaged: ${String(said)}`);
    return factsOf(copy);
  });
}

/** Looks a copy through: pages, references, rows of each table and, with the key, the audit chain against the anchor. */
export async function inspectDatabase(
  file: string,
  key: Buffer | null,
  anchor: AuditAnchor | null,
): Promise<Inspection> {
  const copy = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: BUSY_MS });
  try {
    const faults = damageOf(copy);
    if (faults.length > 0)
      return { migrations: [], tables: {}, anchor: { seq: 0, hash: '' }, faults, audit: null };
    const read = async <Row>(sql: string, values: unknown[] = []) =>
      copy.prepare<unknown[], Row>(sql).all(...values);
    const audit = key === null ? null : await verifyAudit({ read }, key, anchor);
    return { ...factsOf(copy), faults, audit };
  } catch (error) {
    if (!/^SQLITE_(CORRUPT|NOTADB)/.test(String((error as { code?: unknown }).code))) throw error;
    const faults = [`数据库文件不能读取：${(error as Error).message}`];
    return { migrations: [], tables: {}, anchor: { seq: 0, hash: '' }, faults, audit: null };
  } finally {
    copy.close();
  }
}

function damageOf(copy: Sqlite.Database): string[] {
  const pages = (copy.pragma('integrity_check') as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((said) => said !== 'ok')
    .map((said) => `数据库页损坏：${said}`);
  if (pages.length > 0) return pages;
  const broken = copy.pragma('foreign_key_check') as { table: string; parent: string }[];
  const places = new Set(broken.map(({ table, parent }) => `${table} → ${parent}`));
  return [...places].map((place) => `引用的记录不存在：${place}`);
}

function factsOf(copy: Sqlite.Database): DatabaseFacts {
  const tables = copy
    .prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`)
    .pluck()
    .all(); // prettier-ignore
  const count = (table: string) =>
    copy
      .prepare<[], number>(`SELECT COUNT(*) FROM "${table.replaceAll('"', '""')}"`)
      .pluck()
      .get() ?? 0;
  return {
    migrations: copy.prepare<[], string>('SELECT name FROM migration ORDER BY timestamp').pluck().all(),
    tables: Object.fromEntries(tables.map((table) => [table, count(table)])),
    anchor: copy
      .prepare<[], AuditAnchor>(`SELECT seq, hash FROM audit_head WHERE id = 'chain'`)
      .get() ?? { seq: 0, hash: '' }, // prettier-ignore
  };
}

function reading<T>(file: string, look: (copy: Sqlite.Database) => T): T {
  const copy = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    return look(copy);
  } finally {
    copy.close();
  }
}
