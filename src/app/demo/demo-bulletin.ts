import { join } from 'node:path';
import type { DispatchReader } from '../../features/dispatch/dispatch.reader.js';
import type { LedgerFacts } from '../../features/ledger/ledger.reader.js';
import type { Month } from '../../domain/calendar/month.js';
import type { BulletinFiles } from '../../features/papers/bulletin-files.service.js';
import type { IssueBulletin } from '../../features/papers/issue-bulletin.service.js';
import { writeWholeFile } from '../../platform/files/write-whole-file.js';
import type { DemoActors } from './demo-actors.js';

/** One written file; the same fields as `bulletin` answers. */
export interface WrittenBulletin {
  number: string;
  file: string;
  sha256: string;
  snapshotSha256: string;
}

/** What a bulletin is issued and written by. */
export interface BulletinServices {
  reader: DispatchReader;
  issuing: IssueBulletin;
  files: BulletinFiles;
}

const FORMATS = ['docx', 'xlsx', 'md'] as const;

/** Issues a frozen month's bulletin in the name of a post, once, and writes it in every form. */
export async function writeBulletin(
  services: BulletinServices,
  actors: DemoActors,
  about: { ledger: LedgerFacts; month: Month; issuer: string },
  folder: string,
): Promise<WrittenBulletin[]> {
  const { ledger, month, issuer } = about;
  const round = await services.reader.round(ledger.id, month);
  const issued = await actors.as(issuer, () => services.issuing.issue(round?.id ?? ''));
  const written: WrittenBulletin[] = [];
  for (const format of FORMATS) {
    const { sha256, bytes } = await actors.as(issuer, () => services.files.file(issued, format));
    const file = join(folder, `bulletin-${month}.${format}`);
    await writeWholeFile(file, bytes);
    written.push({ number: issued.number, file, sha256, snapshotSha256: issued.snapshotSha256 });
  }
  return written;
}
