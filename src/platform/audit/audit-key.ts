import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../config/settings.js';

/**
 * The secret that seals the audit chain: the setting, else a file in the data folder that is made at first start and
 * readable by the service's user only. Offices that want the database administrator kept out give it as a setting.
 */
export function loadAuditKey(settings: Settings): Buffer {
  if (settings.DIAODU_AUDIT_KEY) return Buffer.from(settings.DIAODU_AUDIT_KEY, 'utf8');
  mkdirSync(settings.DIAODU_DATA_DIR, { recursive: true });
  const path = join(settings.DIAODU_DATA_DIR, 'audit.key');
  try {
    const file = openSync(path, 'wx', 0o600);
    writeSync(file, randomBytes(32).toString('hex'));
    fsyncSync(file);
    closeSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
}
