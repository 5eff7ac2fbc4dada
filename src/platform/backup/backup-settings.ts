import { loadAuditKey } from '../audit/audit-key.js';
import { productVersion } from '../config/product-version.js';
import type { Settings } from '../config/settings.js';
import { backupRefusal } from './backup.errors.js';
import type { BackupOrder } from './make-backup.js';
import type { KeyPlace } from './manifest.js';
import { postgresOf } from './postgres-place.js';

/** The order of a backup of these settings' data. `withKey` overrides the setting. */
export function backupOrder(settings: Settings, shelf: string, at: number, withKey?: boolean): BackupOrder {
  return {
    dataDir: settings.DIAODU_DATA_DIR,
    postgres: postgresOf(settings),
    configDir: settings.DIAODU_CONFIG_DIR,
    shelf,
    at,
    productVersion: productVersion(),
    loadKey: () => loadAuditKey(settings),
    keyPlace: keyPlaceOf(settings, withKey ?? settings.DIAODU_BACKUP_KEY === 'include'),
  };
}

/** A key given as a setting is kept where the office put it; only the data folder's own can go into a backup. */
function keyPlaceOf(settings: Settings, withKey: boolean): KeyPlace {
  if (settings.DIAODU_AUDIT_KEY !== undefined) return 'SETTING';
  return withKey ? 'BACKUP' : 'LEFT_OUT';
}

/** The shelf of the settings; refuses when none is set. */
export function shelfOf(settings: Settings): string {
  if (!settings.DIAODU_BACKUP_DIR) throw backupRefusal('BACKUP_NO_PLACE');
  return settings.DIAODU_BACKUP_DIR;
}
