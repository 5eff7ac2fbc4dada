import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupShelf } from './backup-shelf.js';
import { backupRefusal } from './backup.errors.js';
import { KEY_PART, keyFingerprint, type Manifest } from './manifest.js';

/**
 * The key this machine will go on with: its setting, else the file named in the command, else the backup's own. Refuses
 * when there is none, or when it is not the key the chain was sealed with.
 */
export async function keyFor(
  order: { setting: string | undefined; keyFile: string | undefined },
  shelf: BackupShelf,
  manifest: Manifest,
): Promise<Buffer> {
  const { setting } = order;
  const inBackup = manifest.parts.some((part) => part.path === KEY_PART);
  const file = order.keyFile ?? (inBackup ? join(shelf.folderOf(manifest.name), KEY_PART) : null);
  if (setting === undefined && file === null) throw backupRefusal('RESTORE_KEY_MISSING');
  const text = setting ?? (await readFile(file ?? '', 'utf8')).trim();
  // A key that was a setting is text; one the program made stands in its file as hexadecimal digits.
  const key = [Buffer.from(text, 'utf8'), Buffer.from(text, 'hex')].find(
    (candidate) => keyFingerprint(candidate) === manifest.key.fingerprint,
  );
  if (!key) throw backupRefusal('RESTORE_KEY_WRONG');
  return key;
}
