import { extname } from 'node:path';
import { childCommand, type ChildCommand } from './office-child-command.js';
import type { OfficeDocument } from './office-document.js';
import { OFFICE_LIMITS, type OfficeLimits } from './office-limits.js';
import { officeRefusal } from './office.errors.js';
import { documentOf, runOfficeChild } from './run-office-child.js';

/** For measuring: another way to start the child, and a listener for the memory it took (bytes). */
export interface ReadProbe {
  command?: ChildCommand;
  onPeak?: (bytes: number) => void;
}

/**
 * Reads an uploaded .xlsx, .xls, .csv, .docx or .txt file. Takes its bytes, its name (only the extension counts)
 * and, where they differ from the defaults, limits; gives its content as plain data. The file is opened in a
 * child process only, so whatever it does, this process goes on; nothing is written to disk.
 * Refuses with a FILE_… code what is empty, too large, of another type, encrypted, dangerous or broken.
 */
export async function readOfficeFile(
  bytes: Buffer,
  name: string,
  limits: Partial<OfficeLimits> = {},
  probe: ReadProbe = {},
): Promise<OfficeDocument> {
  const all = { ...OFFICE_LIMITS, ...limits };
  if (bytes.length === 0) throw officeRefusal('FILE_EMPTY');
  if (bytes.length > all.fileBytes) throw officeRefusal('FILE_TOO_LARGE', { limit: all.fileBytes });
  const extension = extname(name).slice(1).toLowerCase();
  if (!/^[a-z0-9]{1,5}$/.test(extension)) throw officeRefusal('FILE_TYPE_UNKNOWN');
  const command = probe.command ?? childCommand();
  const outcome = await runOfficeChild(command, { bytes, extension, limits: all });
  probe.onPeak?.(outcome.peakBytes);
  return documentOf(outcome);
}
