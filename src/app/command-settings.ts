import { loadSettings } from '../platform/config/load-settings.js';
import type { Settings } from '../platform/config/settings.js';

/** Settings of a command: stderr belongs to its one error document, so of the log only errors are shown by default. */
export function commandSettings(): Settings {
  const settings = loadSettings();
  if (settings.DIAODU_LOG_LEVEL === 'info') settings.DIAODU_LOG_LEVEL = 'error';
  return settings;
}
