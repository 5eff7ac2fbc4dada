import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { persistence } from '../../src/app/persistence.js';
import { loadAuditKey } from '../../src/platform/audit/audit-key.js';
import { loadSettings } from '../../src/platform/config/load-settings.js';
import type { Database } from '../../src/platform/database/database.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { seeingAll } from '../../src/platform/database/sight.js';
import { makeMassData, type MassData, type MassPlan } from '../support/mass-data.js';

/** A filled data folder that is made once and copied for every trial. */
export interface Template {
  ledgerId: string;
  overdue: number;
  /** A fresh copy of the folder; gives its path. */
  copy(): string;
  remove(): void;
}

const FILE = 'diaodu.sqlite';

/** November 2023 is the ledger's first round, so nothing earlier stands open. */
export const NOVEMBER: Omit<MassPlan, 'tasks'> = {
  departments: 41,
  overdueEvery: 3,
  lastDay: '2023-11-30',
  issuedOn: '2023-11-02',
  supportEvery: 10,
};

/**
 * Makes tables, audit key and a district by a plan where these settings say, and whatever else is wanted there. Closes the
 * database: on SQLite that folds the write-ahead log into the file, so that one file is the whole of it.
 */
export async function fillDistrict(
  variables: Record<string, string>,
  plan: MassPlan,
  further: (db: Database) => Promise<unknown> = () => Promise.resolve(),
): Promise<MassData> {
  const settings = loadSettings({ ...variables, DIAODU_LOG_LEVEL: 'silent' });
  const db = await openDatabase(settings, persistence);
  loadAuditKey(settings);
  const mass = await seeingAll('JOB', () => makeMassData(db, plan));
  await further(db);
  await db.close();
  return mass;
}

/** Makes a district of 41 departments with a third of its tasks overdue on 2023-11-30; nothing has been run yet. */
export async function makeTemplate(tasks: number): Promise<Template> {
  const root = mkdtempSync(join(tmpdir(), 'diaodu-crash-'));
  const folder = join(root, 'template');
  const { ledgerId, overdue } = await fillDistrict({ DIAODU_DATA_DIR: folder }, { ...NOVEMBER, tasks });
  let copies = 0;
  return {
    ledgerId,
    overdue,
    copy() {
      const copy = join(root, `copy-${++copies}`);
      mkdirSync(copy);
      for (const file of [FILE, 'audit.key']) copyFileSync(join(folder, file), join(copy, file));
      return copy;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
