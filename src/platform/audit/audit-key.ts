import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import type { Settings } from '../config/settings.js';

/** At least 32 bytes in hexadecimal digits; more where a key that was a setting has been restored to the file. */
const KEY_TEXT = /^([0-9a-f]{2}){32,}$/;

/**
 * The secret that seals the audit chain: the setting, else a file in the data folder that is made at first start and
 * readable by the service's user only. Offices that want the database administrator kept out give it as a setting.
 * Throws when the file holds anything but a key: events sealed with part of one could never be verified again.
 */
export function loadAuditKey(settings: Settings): Buffer {
  if (settings.DIAODU_AUDIT_KEY) return Buffer.from(settings.DIAODU_AUDIT_KEY, 'utf8');
  mkdirSync(settings.DIAODU_DATA_DIR, { recursive: true });
  const path = join(settings.DIAODU_DATA_DIR, 'audit.key');
  const text = (contentOf(path) ?? makeKey(settings.DIAODU_DATA_DIR, path)).trim();
  if (!KEY_TEXT.test(text)) {
    throw new Error(`审计密钥文件 ${path} 不完整，服务未启动；请从备份或者另存的副本恢复这个文件。`);
  }
  return Buffer.from(text, 'hex');
}

/**
 * Makes the key and gives what stands in the file then, which is another process's key where that one was faster. The
 * file appears under its name only when it is whole and on the disk; a link, unlike a rename, never replaces one.
 */
function makeKey(folder: string, path: string): string {
  const temporary = join(folder, `.audit.key.${uuidv7()}`);
  writeWhole(temporary, randomBytes(32).toString('hex'));
  try {
    linkSync(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(temporary);
  }
  const entry = openSync(folder, 'r');
  fsyncSync(entry);
  closeSync(entry);
  return readFileSync(path, 'utf8');
}

function writeWhole(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
