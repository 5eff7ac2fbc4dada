import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min, MinLength, ValidateIf } from 'class-validator';
import { OperationSettings } from './operation-settings.js';

/** Addresses that only this machine can reach. */
export const LOOPBACK: readonly string[] = ['127.0.0.1', '::1', 'localhost'];

/** True when any part of the sign-in by another service is set; then all of it must be. */
function wantsOidc(s: Settings): boolean {
  return [s.DIAODU_OIDC_ISSUER, s.DIAODU_OIDC_CLIENT_ID, s.DIAODU_OIDC_CLIENT_SECRET].some(
    (part) => part !== undefined,
  );
}

/** Every setting of the service, its meaning, its default and its rule; this class is the manual. */
export class Settings extends OperationSettings {
  /** Which database: `sqlite` (one process, one file) or `postgres` (several processes). */
  @IsIn(['sqlite', 'postgres'], { message: '应为 sqlite 或者 postgres' })
  DIAODU_DATABASE: 'sqlite' | 'postgres' = 'sqlite';

  /** Connection address of PostgreSQL; needed when DIAODU_DATABASE is `postgres`. */
  @ValidateIf((s: Settings) => s.DIAODU_DATABASE === 'postgres')
  @Matches(/^postgres(ql)?:\/\//, { message: '应为 postgres:// 开头的连接地址' })
  DATABASE_URL?: string;

  /** Milliseconds a person's write waits on SQLite while another program holds the file, before he is asked to try again. */
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(0, { message: '不能小于 0' })
  @Max(20_000, { message: '不能大于 20000' })
  DIAODU_SQLITE_WAIT_MS: number = 1_500;

  /** Folder on a local disk for the database, stored files, the mail sink and the audit key. Never a network share. */
  @IsString({ message: '应为文件夹路径' })
  @MinLength(1, { message: '不能为空' })
  DIAODU_DATA_DIR: string = 'data';

  /** Folder that papers are written to. */
  @IsString({ message: '应为文件夹路径' })
  @MinLength(1, { message: '不能为空' })
  DIAODU_OUT_DIR: string = 'out';

  /** Folder of facts that change without a release: calendar, lights, escalation, cycle. */
  @IsString({ message: '应为文件夹路径' })
  @MinLength(1, { message: '不能为空' })
  DIAODU_CONFIG_DIR: string = 'config';

  /** IANA name of the office's time zone; days, months and cut-off times are counted in it. */
  @Matches(/^[A-Za-z]+(\/[A-Za-z_+-]+)*$/, { message: '应为 IANA 时区名，如 Asia/Shanghai' })
  DIAODU_ZONE: string = 'Asia/Shanghai';

  /** Address to listen on; any other than a loopback address needs DIAODU_HOSTS. */
  @Matches(/^[\w.:-]+$/, { message: '应为 IP 地址或者主机名' })
  HOST: string = '127.0.0.1';

  /** Names and addresses, separated by commas, under which browsers reach the service; requests to any other are refused. */
  @ValidateIf((s: Settings) => !LOOPBACK.includes(s.HOST) || s.DIAODU_HOSTS !== undefined)
  @Matches(/^[\w.:[\]-]+(,[\w.:[\]-]+)*$/, {
    message: '监听非本机地址时，应填写浏览器访问所用的主机名或者地址，用英文逗号分隔',
  })
  DIAODU_HOSTS?: string;

  /** `ON`: the service is reached by https (through a proxy that ends TLS); `OFF`: plain http on a closed office network. */
  @IsIn(['ON', 'OFF'], { message: '应为 ON 或者 OFF' })
  DIAODU_TLS: 'ON' | 'OFF' = 'OFF';

  /** Addresses of proxies, separated by commas, whose word about the caller's address and protocol is believed. */
  @IsOptional()
  @Matches(/^[\da-fA-F.:/]+(,[\da-fA-F.:/]+)*$/, { message: '应为 IP 地址或者网段，用英文逗号分隔' })
  DIAODU_PROXIES?: string;

  /** Issuer address of another service (OpenID Connect) by which people may sign in too; https, or http on this machine. */
  @ValidateIf(wantsOidc)
  @Matches(/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$))/, {
    message:
      '应为 https:// 开头的签发者地址（本机可用 http），并与 DIAODU_OIDC_CLIENT_ID、DIAODU_OIDC_CLIENT_SECRET 同时填写',
  })
  DIAODU_OIDC_ISSUER?: string;

  /** Name of this program at the other service. */
  @ValidateIf(wantsOidc)
  @IsString({ message: '应与 DIAODU_OIDC_ISSUER 同时填写' })
  @MinLength(1, { message: '不能为空' })
  DIAODU_OIDC_CLIENT_ID?: string;

  /** Secret of this program at the other service. */
  @ValidateIf(wantsOidc)
  @IsString({ message: '应与 DIAODU_OIDC_ISSUER 同时填写' })
  @MinLength(1, { message: '不能为空' })
  DIAODU_OIDC_CLIENT_SECRET?: string;

  /** What the other service is called on the sign-in page. */
  @IsString({ message: '应为文字' })
  @MinLength(1, { message: '不能为空' })
  DIAODU_OIDC_LABEL: string = '统一身份认证';

  /** Which of its claims is the user name here. */
  @Matches(/^\w+$/, { message: '应为声明的名称，如 preferred_username' })
  DIAODU_OIDC_CLAIM: string = 'preferred_username';

  /** Port to listen on. */
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(0, { message: '不能小于 0' })
  @Max(65535, { message: '不能大于 65535' })
  PORT: number = 3000;

  /** Whether this process works the schedule: `on` or `off`. */
  @IsIn(['on', 'off'], { message: '应为 on 或者 off' })
  DIAODU_JOBS: 'on' | 'off' = 'on';

  /** What rings the workers: `in-process` (this process works its own) or `bullmq` (several processes, through Redis). */
  @IsIn(['in-process', 'bullmq'], { message: '应为 in-process 或者 bullmq' })
  DIAODU_TRANSPORT: 'in-process' | 'bullmq' = 'in-process';

  /** Connection address of Redis; needed when DIAODU_TRANSPORT is `bullmq`. */
  @ValidateIf((s: Settings) => s.DIAODU_TRANSPORT === 'bullmq')
  @Matches(/^rediss?:\/\//, {
    message: 'DIAODU_TRANSPORT 为 bullmq 时应填写 redis:// 或 rediss:// 开头的连接地址',
  })
  REDIS_URL?: string;

  /** Secret of at least 32 characters that seals the audit chain; without it one is made and kept in the data folder. */
  @IsOptional()
  @IsString({ message: '应为文字' })
  @MinLength(32, { message: '至少 32 个字符' })
  DIAODU_AUDIT_KEY?: string;

  /** `smtp://user:password@host:port` of the office's mail server; without it mails are written to files. */
  @IsOptional()
  @Matches(/^smtps?:\/\//, { message: '应为 smtp:// 或 smtps:// 开头的地址' })
  DIAODU_SMTP_URL?: string;

  /** Sender address of mails. */
  @Matches(/^[^\s@]+@[^\s@]+$/, { message: '应为邮箱地址' })
  DIAODU_MAIL_FROM: string = 'diaodu@localhost.localdomain';

  /** Secret of at least 32 characters with which a program such as Prometheus reads `/metrics`; without it only a system administrator may. */
  @IsOptional()
  @IsString({ message: '应为文字' })
  @MinLength(32, { message: '至少 32 个字符' })
  DIAODU_METRICS_TOKEN?: string;

  /** How much is logged. */
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
    message: '应为 fatal、error、warn、info、debug、silent 之一',
  })
  DIAODU_LOG_LEVEL: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent' = 'info';

  /** Largest file of evidence (佐证材料), in megabytes. */
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(1, { message: '不能小于 1' })
  @Max(2000, { message: '不能大于 2000' })
  DIAODU_EVIDENCE_MB: number = 50;

  /** Upper limit of snapshot rows frozen in one unit of work. */
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(1, { message: '不能小于 1' })
  @Max(10_000, { message: '不能大于 10000' })
  DIAODU_FREEZE_BATCH: number = 1000;

  /** Milliseconds a process may be silent in a run before another takes the run over; the fence refuses the first one then. */
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(1_000, { message: '不能小于 1000' })
  @Max(600_000, { message: '不能大于 600000' })
  DIAODU_LEASE_MS: number = 20_000;

  /** Folder that backups are made in, best on another disk or a mounted folder of another machine; without it none are made by themselves. */
  @IsOptional()
  @IsString({ message: '应为文件夹路径' })
  DIAODU_BACKUP_DIR?: string;

  /** Minutes between two backups. */
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(1, { message: '不能小于 1' })
  @Max(1440, { message: '不能大于 1440' })
  DIAODU_BACKUP_EVERY_MIN: number = 15;

  /** Folder of PostgreSQL's programs pg_dump and pg_restore, where they are not on the PATH. */
  @IsOptional()
  @IsString({ message: '应为文件夹路径' })
  DIAODU_PG_BIN?: string;

  /** Whether backups contain the audit key of the data folder: `include` or `exclude`. */
  @IsIn(['include', 'exclude'], { message: '应为 include 或者 exclude' })
  DIAODU_BACKUP_KEY: 'include' | 'exclude' = 'include';
}
