import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '../../platform/config/load-settings.js';
import { loadLedgerRules } from './ledger-rules.js';

describe('台账配置', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'diaodu-rules-'));
    copyFileSync('config/cycle.yaml', join(folder, 'cycle.yaml'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const load = (yaml: string) => {
    writeFileSync(join(folder, 'ledger.yaml'), yaml);
    return loadLedgerRules(loadSettings({ DIAODU_CONFIG_DIR: folder }));
  };

  it('names the owner of a new ledger and the days for an objection', async () => {
    const rules = await load('ownerDepartment: SFJ\nobjectionDays: 5\n');
    expect(rules).toMatchObject({ ownerDepartment: 'SFJ', objectionDays: 5 });
  });

  it.each(['', 'objectionDays: 5', 'ownerDepartment: SFJ\nobjectionDays: -1', 'ownerDepartment: 3'])(
    'refuses %j, so that the start stops (LEDGER_RULES_INVALID)',
    async (yaml) => {
      await expect(load(yaml)).rejects.toMatchObject({ kind: 'INVALID', code: 'LEDGER_RULES_INVALID' });
    },
  );
});
