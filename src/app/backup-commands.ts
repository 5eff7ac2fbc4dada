import type { Command } from 'commander';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { backupOrder, shelfOf } from '../platform/backup/backup-settings.js';
import { makeBackup, type BackupMade } from '../platform/backup/make-backup.js';
import { knownMigrations, restoreBackup, type Restored } from '../platform/backup/restore-backup.js';
import type { Cli } from '../platform/cli/cli.js';
import { OfficeClock } from '../platform/clock/office-clock.js';
import { wallIn } from '../platform/clock/zone-days.js';
import type { Settings } from '../platform/config/settings.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { commandSettings } from './command-settings.js';
import { persistence } from './persistence.js';

const KEY_WARNING =
  '备份中含有审计密钥，得到备份的人可以改写审计链而不被发现：请只让可信人员接触备份，或者用 --no-key 不含密钥（密钥另行保管）。';

/** `backup` and `restore`, on either database. */
export function backupCommands(program: Command, cli: Cli): void {
  program
    .command('backup')
    .argument('[dir]', '备份目录；不填为 DIAODU_BACKUP_DIR')
    .description('备份数据库、佐证材料等文件和本机配置；服务运行时也可以备份')
    .option('--no-key', '备份中不含审计密钥')
    .action((dir: string | undefined, options: { key: boolean }) => backup(cli, dir, options.key));
  program
    .command('restore')
    .argument('<dir>', '备份目录，或者其中一份备份')
    .description('把备份恢复到空的数据目录（PostgreSQL 版：和空的数据库）；先停止服务')
    .option('--name <name>', '恢复哪一份备份；不填为最新的一份')
    .option('--to <dir>', '数据目录；不填为 DIAODU_DATA_DIR')
    .option('--key <file>', '审计密钥文件（备份中不含密钥时）')
    .action((dir: string, options: { name?: string; to?: string; key?: string }) =>
      restore(cli, dir, options),
    );
}

async function backup(cli: Cli, dir: string | undefined, withKey: boolean): Promise<void> {
  const settings = commandSettings();
  const clock = new OfficeClock(settings.DIAODU_ZONE);
  const order = backupOrder(settings, dir ?? shelfOf(settings), clock.now(), withKey ? undefined : false);
  const made = await makeBackup(order);
  await writeDown(cli, made);
  const { manifest } = made;
  const document = {
    ok: true,
    name: manifest.name,
    folder: made.folder,
    at: manifest.at,
    tables: manifest.tables,
    files: manifest.files,
    copiedFiles: made.copiedFiles,
    damagedAtSource: manifest.damagedAtSource,
    anchor: manifest.anchor,
    key: manifest.key.place,
    seconds: made.milliseconds / 1000,
  };
  cli.answer(document, () => backupText(made));
  if (manifest.key.place === 'BACKUP') cli.say(KEY_WARNING);
}

/** The backup stands in the audit trail, unless the tables are of another version: then nothing may open and change them. */
async function writeDown(cli: Cli, { manifest }: BackupMade): Promise<void> {
  const own = knownMigrations(persistence);
  if (own.length !== manifest.migrations.length || own.some((name) => !manifest.migrations.includes(name))) {
    cli.say('数据表与本程序的版本不同，备份已完成，但没有记入审计。');
    return;
  }
  const app = await cli.app();
  const after = { at: manifest.at, files: manifest.files.count, anchor: manifest.anchor };
  await app
    .get(UnitOfWork)
    .run(async () =>
      app
        .get(AuditTrail)
        .record({ operation: 'backup.make', objectKind: 'backup', objectId: manifest.name, after }),
    );
}

function backupText({ manifest, folder, copiedFiles, milliseconds }: BackupMade): string {
  const rows = Object.values(manifest.tables).reduce((sum, n) => sum + n, 0);
  const damaged = manifest.damagedAtSource.length;
  return [
    `备份完成：${folder}`,
    `数据 ${rows} 行，文件 ${manifest.files.count} 个（本次新复制 ${copiedFiles} 个），审计记录 ${manifest.anchor.seq} 条，用时 ${(milliseconds / 1000).toFixed(1)} 秒。`,
    ...(damaged > 0 ? [`注意：有 ${damaged} 个文件在数据目录中已损坏，未能备份。`] : []),
  ].join('\n');
}

async function restore(
  cli: Cli,
  dir: string,
  options: { name?: string; to?: string; key?: string },
): Promise<void> {
  const settings = commandSettings();
  const restored = await restoreBackup({
    from: dir,
    name: options.name,
    to: options.to ?? settings.DIAODU_DATA_DIR,
    keyFile: options.key,
    settings,
    persistence,
    clock: new OfficeClock(settings.DIAODU_ZONE),
    told: (line) => cli.say(line),
  });
  const { milliseconds, ...counts } = restored;
  cli.answer({ ok: true, ...counts, seconds: milliseconds / 1000 }, () => restoredText(restored, settings));
}

function restoredText(restored: Restored, { DIAODU_ZONE: zone }: Settings): string {
  const rows = Object.values(restored.tables).reduce((sum, n) => sum + n, 0);
  const { configDiffers, migrated } = restored;
  return [
    `已恢复到 ${restored.to}：${wallIn(zone, restored.at)} 的数据，用时 ${(restored.milliseconds / 1000).toFixed(1)} 秒。`,
    `数据 ${rows} 行，文件 ${restored.files} 个，审计链 ${restored.auditEvents} 条，核验无误。此前的登录已全部结束，各用户须重新登录。`,
    ...(migrated.length > 0 ? [`数据表已升级：${migrated.join('、')}。`] : []),
    ...(configDiffers.length > 0
      ? [
          `本机配置与备份时不同：${configDiffers.join('、')}。备份时的配置在 ${restored.to}/config，需要时请自行取用。`,
        ]
      : []),
  ].join('\n');
}
