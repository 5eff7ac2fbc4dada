import { isAbsolute, relative, resolve } from 'node:path';
import type { Settings } from '../config/settings.js';
import type { Logger } from '../log/logger.js';
import type { Mailer } from '../notify/mailer.js';
import type { AnchorPlace } from './anchor-place.js';
import { FolderPlace } from './folder-place.js';
import { LogPlace } from './log-place.js';
import { MailPlace } from './mail-place.js';

/** One place alone can be lost, or be in the hands of whoever wants to hide something. */
const ENOUGH = 2;

/** Where this installation puts its anchors. */
export class AnchorPlaces {
  readonly all: readonly AnchorPlace[];
  /** What is wrong with the choice of places, in Chinese. */
  readonly warnings: readonly string[];

  constructor(settings: Settings, mailer: Mailer, log: Logger) {
    const every = settings.DIAODU_ANCHOR_EVERY;
    const folders = listOf(settings.DIAODU_ANCHOR_DIRS);
    const addresses = listOf(settings.DIAODU_ANCHOR_MAIL);
    this.all = [
      ...folders.map((folder) => new FolderPlace(resolve(folder), every)),
      ...addresses.map((address) => new MailPlace(mailer, address, settings.DIAODU_ZONE)),
      ...(isLogged(settings) ? [new LogPlace(log, every)] : []),
    ];
    this.warnings = [
      ...(this.all.length < ENOUGH ? [tooFew(this.all.length)] : []),
      ...folders.filter((folder) => isInside(settings.DIAODU_DATA_DIR, folder)).map(insideData),
      ...(addresses.length > 0 && !settings.DIAODU_SMTP_URL ? [NO_SERVER] : []),
    ];
  }
}

/** The parts of a setting that are separated by commas. */
export function listOf(setting: string | undefined): string[] {
  return (setting ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A log that keeps warnings only would swallow the line. */
function isLogged({ DIAODU_ANCHOR_LOG: log, DIAODU_LOG_LEVEL: level }: Settings): boolean {
  return log === 'on' && (level === 'info' || level === 'debug');
}

const NO_SERVER =
  '没有设定邮件服务器（DIAODU_SMTP_URL），锚点邮件只写在数据目录中，不能作为另一处；请设定邮件服务器。';

function tooFew(places: number): string {
  return `审计锚点只存放在 ${places} 处，应不少于 ${ENOUGH} 处；请设置 DIAODU_ANCHOR_DIRS（另一块磁盘或者另一台机器的共享目录）、DIAODU_ANCHOR_MAIL（审计管理员的邮箱）。`;
}

function insideData(folder: string): string {
  return `锚点目录 ${folder} 在数据目录之内，能改数据库的人也能改它；请改在另一块磁盘或者另一台机器上。`;
}

function isInside(outer: string, inner: string): boolean {
  const way = relative(resolve(outer), resolve(inner));
  return !way.startsWith('..') && !isAbsolute(way);
}
