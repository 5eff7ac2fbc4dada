import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ANCHOR_JOB } from '../../src/platform/anchors/anchor.job.js';
import { SendAnchors } from '../../src/platform/anchors/send-anchors.js';
import { AuditArchiveService } from '../../src/platform/audit-archive/audit-archive.service.js';
import { AUDIT_KEY } from '../../src/platform/audit/audit.module.js';
import { AuditTrail } from '../../src/platform/audit/audit-trail.js';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { startTestApp, type TestApp } from './app.js';
import { Archive } from './archive-lines.js';
import { pdf } from './evidence-files.js';
import { issuedLedger, taskOf } from './ledger.js';
import { MovingClock } from './moving-clock.js';
import { openOffice } from './office.js';
import { upload } from './upload.js';

const ROWS = [
  ['1', '依法行政', '清单', '清单调整', '区司法局', '区财政局', '6月底前'],
  ['2', '依法行政', '培训', '开展培训', '区司法局', '', '9月底前'],
];
const HOUR_MS = 3_600_000;

/** An office whose audit trail was anchored three times in two places, for attacks on it. */
export interface AnchoredOffice {
  test: TestApp;
  key: Buffer;
  archive: Archive;
  /** The archive as it was between the first and the second anchor. */
  early: Archive;
  /** Where the chain stood at each anchor. */
  anchored: readonly number[];
  path: (name: string) => string;
  /** The file of anchors of one place, `disk-a` or `disk-b`. */
  disk: (name: string) => string;
  /** Writes the archive as it is now and reads it. */
  archived: (name: string) => Promise<Archive>;
  /** Something that is put on record. */
  change: (operation: string) => Promise<void>;
  close(): Promise<void>;
}

/** Opens it; with so many more events before each anchor. */
export async function anchoredOffice(more = 0): Promise<AnchoredOffice> {
  const space = mkdtempSync(join(tmpdir(), 'diaodu-attacks-'));
  const path = (name: string) => join(space, name);
  for (const name of ['disk-a', 'disk-b']) mkdirSync(path(name));
  const test = await startTestApp('sqlite', { DIAODU_ANCHOR_DIRS: `${path('disk-a')},${path('disk-b')}` });
  const key = test.app.get<Buffer>(AUDIT_KEY);
  writeFileSync(path('key'), key.toString('hex'));
  await openOffice(test);
  await test.holdDay('2023-03-10');
  await issuedLedger(test, ROWS);
  const task = await taskOf(test, '1');
  await test.request('POST', `/api/v1/tasks/${task.id}/sign`, { as: 'SFJ-LIAISON', version: task.version });
  await test.request('POST', `/api/v1/tasks/${task.id}/evidence`, upload('通知.pdf', pdf(), 'SFJ-LIAISON'));
  const clock = new MovingClock(test.app);
  clock.instant = Math.ceil(clock.instant / (24 * HOUR_MS)) * 24 * HOUR_MS;
  const archived = async (name: string) => {
    await test.app.get(AuditArchiveService).writeTo(path(name));
    return Archive.of(readFileSync(path(name), 'utf8'));
  };
  const change = (operation: string) =>
    test.db.unitOfWork.run(async () =>
      test.app.get(AuditTrail).record({ operation, objectKind: 'test', objectId: '1' }),
    );
  const anchored: number[] = [];
  const anchor = async () => {
    clock.pass(HOUR_MS);
    await change('test.before-anchor');
    for (let n = 0; n < more; n++) await change(`test.more-${n}`);
    await test.app.get(JobRunner).workDue(test.app.get(JobRegistry).job(ANCHOR_JOB), '2026-11-27', 3);
    await test.app.get(SendAnchors).sweep();
    const [head] = await test.db.read<{ seq: number }>('SELECT seq FROM audit_head');
    anchored.push(head?.seq ?? 0);
    await change('test.after-anchor');
  };
  await anchor();
  const early = await archived('early.jsonl');
  await anchor();
  await anchor();
  const archive = await archived('whole.jsonl');
  return {
    test,
    key,
    archive,
    early,
    anchored,
    path,
    disk: (name) => path(join(name, readdirSync(path(name))[0] ?? '')),
    archived,
    change,
    async close() {
      await test.close();
      rmSync(space, { recursive: true, force: true });
    },
  };
}
