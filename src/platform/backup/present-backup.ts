import type { BackupListed, BackupOverview } from './list-backups.service.js';
import type { BackupMade } from './make-backup.js';
import type { BackupVerdict } from './verify-backup.js';
import { databasePartOf, KEY_PART, type Manifest } from './manifest.js';

/** 一份备份 */
export class BackupResponse {
  name!: string;
  /** 备份时刻，毫秒 */
  at!: number;
  ageMinutes!: number;
  /** 清单可读；否则这份备份不能使用 */
  isReadable!: boolean;
  productVersion!: string | null;
  databaseBytes!: number | null;
  files!: number | null;
  filesBytes!: number | null;
  /** 备份时审计记录的条数 */
  auditEvents!: number | null;
  /** 备份中是否含审计密钥（含密钥的备份须妥善保管） */
  hasKey!: boolean | null;
  /** 备份时就已损坏、未能备份的文件数 */
  damagedAtSource!: number | null;
  /** 最近一次核验的时刻，毫秒；从未核验为 null */
  verifiedAt!: number | null;
  isVerified!: boolean | null;
  /** 最近一次核验检查数据库的程度：WHOLE · SCRATCH · LIST，含义同核验结果；未核验或者未检查为 null */
  databaseCheck!: string | null;
  faults!: string[];
  /** 恢复这份备份的命令 */
  restoreCommand!: string;
}

/** 定时备份的最近一次失败 */
export class BackupFailureResponse {
  at!: number;
  error!: string;
}

/** 备份清单 */
export class BackupsResponse {
  /** 未启用的原因：NO_DIRECTORY；已启用为 null */
  offBecause!: string | null;
  offText!: string | null;
  directory!: string | null;
  everyMinutes!: number;
  /** 超过两个周期没有新的备份 */
  isLate!: boolean;
  failure!: BackupFailureResponse | null;
  /** 由新到旧 */
  items!: BackupResponse[];
  /** 为什么恢复只能用命令 */
  restoreNote!: string;
}

/** 完成的备份 */
export class BackupMadeResponse {
  name!: string;
  at!: number;
  databaseBytes!: number;
  files!: number;
  /** 本次新复制的文件数 */
  copiedFiles!: number;
  damagedAtSource!: number;
  seconds!: number;
}

/** 核验结果 */
export class BackupVerdictResponse {
  ok!: boolean;
  faults!: string[];
  files!: number;
  /** 核验的审计记录条数；密钥与备份时不同、未能核验为 null */
  auditEvents!: number | null;
  /** 数据库核验的程度：WHOLE 逐页检查 · SCRATCH 已恢复到临时库逐表核对 · LIST 账号无建库权限，只核对校验值和目录 */
  databaseCheck!: string | null;
  seconds!: number;
}

const OFF_TEXT = {
  NO_DIRECTORY: '没有设定备份目录。请设置 DIAODU_BACKUP_DIR（最好在另一块磁盘上）并重新启动服务。',
};

const RESTORE_NOTE =
  '恢复会换掉全部数据，须先停止服务，并恢复到一个空的数据目录，因此只能由管理服务器的人员用下列命令办理，不在网页上办理。恢复后各用户须重新登录。';

/** The overview as an administrator's page shows it. */
export function presentOverview(overview: BackupOverview): BackupsResponse {
  const { offBecause, directory, everyMinutes, isLate, failure, items } = overview;
  return {
    offBecause,
    offText: offBecause && OFF_TEXT[offBecause],
    directory,
    everyMinutes,
    isLate,
    // The run ledger keeps the kind of an error before its sentence.
    failure: failure && { at: failure.at, error: failure.error.replace(/^\w+: /, '') },
    items: items.map((item) => presentBackup(item, directory ?? '')),
    restoreNote: RESTORE_NOTE,
  };
}

function presentBackup(
  { name, at, ageMinutes, manifest, mark }: BackupListed,
  directory: string,
): BackupResponse {
  return {
    name,
    at,
    ageMinutes,
    isReadable: manifest !== null,
    ...(manifest ? contentsOf(manifest) : UNREADABLE),
    verifiedAt: mark?.at ?? null,
    isVerified: mark?.ok ?? null,
    databaseCheck: mark?.databaseCheck ?? null,
    faults: mark?.faults ?? [],
    restoreCommand: `diaodu restore ${quoted(directory)} --name ${name} --to <空的数据目录>`,
  };
}

const UNREADABLE = {
  productVersion: null,
  databaseBytes: null,
  files: null,
  filesBytes: null,
  auditEvents: null,
  hasKey: null,
  damagedAtSource: null,
};

function contentsOf(manifest: Manifest) {
  return {
    productVersion: manifest.productVersion,
    databaseBytes: databaseBytesOf(manifest),
    files: manifest.files.count,
    filesBytes: manifest.files.bytes,
    auditEvents: manifest.anchor.seq,
    hasKey: manifest.parts.some((part) => part.path === KEY_PART),
    damagedAtSource: manifest.damagedAtSource.length,
  };
}

function databaseBytesOf(manifest: Manifest): number {
  const path = databasePartOf(manifest);
  return manifest.parts.find((part) => part.path === path)?.bytes ?? 0;
}

/** A backup just made. */
export function presentMade({ manifest, copiedFiles, milliseconds }: BackupMade): BackupMadeResponse {
  return {
    name: manifest.name,
    at: manifest.at,
    databaseBytes: databaseBytesOf(manifest),
    files: manifest.files.count,
    copiedFiles,
    damagedAtSource: manifest.damagedAtSource.length,
    seconds: secondsOf(milliseconds),
  };
}

/** What looking through a backup gave. */
export function presentVerdict(verdict: BackupVerdict): BackupVerdictResponse {
  const { ok, faults, files, auditEvents, databaseCheck, milliseconds } = verdict;
  return { ok, faults, files, auditEvents, databaseCheck, seconds: secondsOf(milliseconds) };
}

/** Seconds with one decimal. */
export function secondsOf(milliseconds: number): number {
  return Math.round(milliseconds / 100) / 10;
}

/** A path for a POSIX shell. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
