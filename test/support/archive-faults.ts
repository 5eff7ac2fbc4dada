import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditArchiveService } from '../../src/platform/audit-archive/audit-archive.service.js';
import type { TestApp } from './app.js';

interface Verifier {
  verify(
    path: string,
    given: { anchor: string[] },
  ): Promise<{ faults: { text: string }[]; sealsCompared: number }>;
}

/**
 * What the offline verifier says of the audit trail and the business rows of a story: the faults it finds, and how many
 * ledgers had a seal that was worked out again.
 */
export async function archiveFaults({ app }: TestApp): Promise<{ faults: string[]; seals: number }> {
  const space = mkdtempSync(join(tmpdir(), 'diaodu-archive-'));
  try {
    const file = join(space, 'archive.jsonl');
    await app.get(AuditArchiveService, { strict: false }).writeTo(file);
    const verifier = (await import('../../verifier/verify-archive.mjs' as string)) as Verifier;
    const { faults, sealsCompared } = await verifier.verify(file, { anchor: [] });
    return { faults: faults.map(({ text }) => text), seals: sealsCompared };
  } finally {
    rmSync(space, { recursive: true, force: true });
  }
}
