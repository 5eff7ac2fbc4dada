import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { DataSource } from 'typeorm';
import { DomainError } from '../domain/refusal.js';
import { AuditArchiveService } from '../platform/audit-archive/audit-archive.service.js';
import { AUDIT_KEY } from '../platform/audit/audit.module.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { verifyAudit, type AuditAnchor } from '../platform/audit/verify-audit.js';
import { UsageError, type Cli } from '../platform/cli/cli.js';
import { commandGroup } from '../platform/cli/command-group.js';
import { writerOptions } from '../platform/database/data-source-options.js';
import { Database } from '../platform/database/database.js';
import { migrate, pendingSchema } from '../platform/database/migrate.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ClockGuard } from '../platform/jobs/clock-guard.js';
import { commandSettings } from './command-settings.js';
import { createApp } from './create-app.js';
import { apiDocument } from './describe-api.js';
import { persistence } from './persistence.js';

/** Commands of the person who runs the machine: tables, audit trail, interface document, clock. */
export function operatingCommands(program: Command, cli: Cli): void {
  program
    .command('migrate')
    .description('建立或升级数据表')
    .option('--check', '升级后再核对数据表与程序定义完全一致')
    .action((options: { check?: true }) => migrateTables(cli, options.check === true));
  const audit = commandGroup(program, 'audit', '审计记录');
  audit
    .command('archive')
    .description('写出审计日志全文（每行一个 JSON），供离线核验程序使用')
    .requiredOption('--out <file>', '写到哪个文件')
    .action((options: { out: string }) => writeAuditArchive(cli, options.out));
  audit
    .command('verify')
    .description('核验审计链')
    .option('--anchor <file>', '外部锚点文件（每行一个 JSON：seq、hash）')
    .action((options: { anchor?: string }) => verify(cli, options.anchor));
  program
    .command('openapi')
    .description('写出 OpenAPI 文档')
    .requiredOption('--out <file>', '写到哪个文件')
    .action((options: { out: string }) => writeApiDocument(cli, options.out));
  commandGroup(program, 'clock', '服务器时钟')
    .command('accept')
    .description('已人工核对服务器时钟，恢复月度任务')
    .action(() => acceptClock(cli));
}

async function migrateTables(cli: Cli, check: boolean): Promise<void> {
  const source = await new DataSource(writerOptions(commandSettings(), persistence)).initialize();
  try {
    const applied = await migrate(source);
    const differences = check ? await pendingSchema(source) : [];
    const ok = differences.length === 0;
    cli.answer({ ok, applied, ...(ok ? {} : { differences }) }, () => tablesText(applied, differences));
    if (!ok) throw new DomainError('CONFLICT', 'SCHEMA_DIFFERS', '数据表与程序定义不一致。', { differences });
  } finally {
    await source.destroy();
  }
}

function tablesText(applied: readonly string[], differences: readonly string[]): string {
  const done = applied.length === 0 ? '数据表已是最新。' : `已执行：${applied.join('、')}`;
  return [done, ...differences].join('\n');
}

async function verify(cli: Cli, anchorFile: string | undefined): Promise<void> {
  const anchor = anchorFile === undefined ? null : await readAnchors(anchorFile);
  const app = await cli.app();
  const verdict = await verifyAudit(app.get(Database), app.get<Buffer>(AUDIT_KEY), anchor);
  cli.answer(verdict, () =>
    verdict.ok
      ? `审计链完好，共 ${verdict.events} 条，链尾 ${verdict.head.hash}`
      : `审计链有误：${verdict.faults.join('；')}`,
  );
  if (!verdict.ok) {
    throw new DomainError(
      'CONFLICT',
      'AUDIT_CHAIN_BROKEN',
      `审计链核验不通过：${verdict.faults.join('；')}。`,
    );
  }
}

async function readAnchors(file: string): Promise<AuditAnchor[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`读不到锚点文件 ${file}。`);
  });
  const anchors = anchorsOf(text);
  if (!anchors) throw new UsageError(`锚点文件 ${file} 每行应为 {"seq":数字,"hash":"…"}。`);
  return anchors;
}

/** The anchors of a file with one JSON document a line, or with one document alone; null when it is neither. */
function anchorsOf(text: string): AuditAnchor[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const parts = anchorOf(text) ? [text] : lines;
  const anchors = parts.map(anchorOf);
  return anchors.length > 0 && anchors.every((anchor) => anchor !== null) ? anchors : null;
}

function anchorOf(text: string): AuditAnchor | null {
  try {
    const { seq, hash } = JSON.parse(text) as Partial<AuditAnchor>;
    return typeof seq === 'number' && typeof hash === 'string' ? { seq, hash } : null;
  } catch {
    return null;
  }
}

async function writeApiDocument(cli: Cli, file: string): Promise<void> {
  const app = await createApp(commandSettings());
  try {
    const document = apiDocument(app);
    await writeFile(file, `${JSON.stringify(document, null, 2)}\n`);
    cli.answer({ ok: true, file, paths: Object.keys(document.paths).length }, () => `已写出 ${file}`);
  } finally {
    await app.close();
  }
}

async function writeAuditArchive(cli: Cli, file: string): Promise<void> {
  const app = await cli.app();
  await app.get(AuditArchiveService).writeTo(file);
  cli.answer({ ok: true, file }, () => `已写出 ${file}`);
}

async function acceptClock(cli: Cli): Promise<void> {
  const app = await cli.app();
  await app.get(UnitOfWork).run(async () => {
    await app.get(ClockGuard).accept();
    app.get(AuditTrail).record({ operation: 'clock.accept', objectKind: 'clock', objectId: 'wall' });
  });
  cli.answer({ ok: true }, () => '已确认服务器时钟，月度任务恢复。');
}
