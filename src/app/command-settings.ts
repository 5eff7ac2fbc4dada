import { loadSettings } from '../platform/config/load-settings.js';
import type { Settings } from '../platform/config/settings.js';

/**
 * Settings of a command, with what it sets itself where the environment says nothing. Stderr belongs to its one error
 * document, so of the log only errors are shown by default.
 */
export function commandSettings(ownDefaults: Readonly<Record<string, string>> = {}): Settings {
  const settings = loadSettings(undefined, ownDefaults);
  if (settings.DIAODU_LOG_LEVEL === 'info') settings.DIAODU_LOG_LEVEL = 'error';
  return settings;
}
