import type { INestApplicationContext } from '@nestjs/common';
import type { Month } from '../../domain/calendar/month.js';
import { DispatchReader } from '../../features/dispatch/dispatch.reader.js';
import { DispatchService } from '../../features/dispatch/dispatch.service.js';
import { ReminderIssuer } from '../../features/dispatch/reminder/reminder-issuer.js';
import type { LedgerFacts } from '../../features/ledger/ledger.reader.js';
import { BulletinFiles } from '../../features/papers/bulletin-files.service.js';
import { IssueBulletin } from '../../features/papers/issue-bulletin.service.js';
import { ActorDirectory } from '../../platform/auth/actor-directory.js';
import { RunLedger } from '../../platform/jobs/run-ledger.js';
import { DemoActors } from './demo-actors.js';
import { writeBulletin, type WrittenBulletin } from './demo-bulletin.js';
import { readMonth, type MonthReport } from './month-report.js';

/** What a loaded demonstration has to show. */
export interface DemoOutcome {
  month(ledger: LedgerFacts, month: Month): Promise<MonthReport>;
  bulletin(
    about: { ledger: LedgerFacts; month: Month; issuer: string },
    folder: string,
  ): Promise<WrittenBulletin[]>;
}

/** The outcome with the services of a started program. */
export function makeDemoOutcome(app: INestApplicationContext): DemoOutcome {
  const get = { strict: false };
  const reader = app.get(DispatchReader, get);
  const sources = {
    dispatch: app.get(DispatchService, get),
    reader,
    runs: app.get(RunLedger, get),
    issuer: app.get(ReminderIssuer, get),
  };
  const papers = { reader, issuing: app.get(IssueBulletin, get), files: app.get(BulletinFiles, get) };
  const actors = new DemoActors(app.get(ActorDirectory, get));
  return {
    month: (ledger, month) => readMonth(sources, ledger, month),
    bulletin: (about, folder) => writeBulletin(papers, actors, about, folder),
  };
}
