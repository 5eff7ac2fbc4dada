import { DomainError } from '../../domain/refusal.js';
import { parseExtensionRules, type ExtensionRules } from '../../domain/task/extension-rules.js';
import { readYaml } from '../../platform/config/read-yaml.js';
import type { Settings } from '../../platform/config/settings.js';

/** What the office decides about its ledgers (办内惯例，可配置 in config/ledger.yaml and config/cycle.yaml). */
export class LedgerRules {
  constructor(
    /** Code of the department a new ledger belongs to. */
    readonly ownerDepartment: string,
    /** Days after issue within which a duty may be disputed. */
    readonly objectionDays: number,
    readonly extension: ExtensionRules,
  ) {}
}

/** Reads the rules at start; refuses (INVALID) what is missing or out of range, so that a wrong file stops the start. */
export async function loadLedgerRules(settings: Settings): Promise<LedgerRules> {
  const ledger = (await readYaml(settings, 'ledger.yaml')) as Record<string, unknown> | null;
  const cycle = (await readYaml(settings, 'cycle.yaml')) as Record<string, unknown> | null;
  const { ownerDepartment, objectionDays } = ledger ?? {};
  const fits = typeof objectionDays === 'number' && Number.isInteger(objectionDays) && objectionDays >= 0;
  if (typeof ownerDepartment !== 'string' || ownerDepartment === '' || !fits) {
    throw new DomainError(
      'INVALID',
      'LEDGER_RULES_INVALID',
      '台账配置 config/ledger.yaml 有误：应当有 ownerDepartment（单位代码）和 objectionDays（天数）。',
    );
  }
  return new LedgerRules(ownerDepartment, objectionDays, parseExtensionRules(cycle?.['extension']));
}
