import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Settings } from './settings.js';

/** Thrown when settings are wrong: names every faulty setting and its rule, never its value (it may be a secret). */
export class SettingsError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`设置有误，服务未启动：\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'SettingsError';
  }
}

/**
 * Takes the variables of the process (or a test's own); gives validated settings with defaults. An empty variable
 * counts as not set. Refuses with all faults at once. This is the only place that reads the environment.
 */
export function loadSettings(variables: Record<string, string | undefined> = process.env): Settings {
  const known = Object.fromEntries(
    Object.keys({ ...new Settings(), ...OPTIONAL })
      .map((name) => [name, variables[name] || undefined])
      .filter(([, value]) => value !== undefined),
  );
  const settings = plainToInstance(Settings, known, { exposeDefaultValues: true });
  const faults = validateSync(settings).map(
    (fault) => `${fault.property}：${Object.values(fault.constraints ?? {}).join('；')}`,
  );
  if (faults.length > 0) throw new SettingsError(faults);
  return settings;
}

/** Settings without a default are not own properties of a fresh instance, so they are named here. */
const OPTIONAL = {
  DATABASE_URL: '',
  REDIS_URL: '',
  DIAODU_AUDIT_KEY: '',
  DIAODU_SMTP_URL: '',
  DIAODU_HOSTS: '',
  DIAODU_PROXIES: '',
  DIAODU_OIDC_ISSUER: '',
  DIAODU_OIDC_CLIENT_ID: '',
  DIAODU_OIDC_CLIENT_SECRET: '',
  DIAODU_BACKUP_DIR: '',
  DIAODU_PG_BIN: '',
  DIAODU_METRICS_TOKEN: '',
  DIAODU_ANCHOR_DIRS: '',
  DIAODU_ANCHOR_MAIL: '',
  DIAODU_ALERT_MAIL: '',
};
