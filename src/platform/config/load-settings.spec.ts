import { describe, expect, it } from '@jest/globals';
import { loadSettings, SettingsError } from './load-settings.js';

describe('settings', () => {
  it('start from defaults that run the embedded edition on loopback', () => {
    expect(loadSettings({})).toMatchObject({ DIAODU_DATABASE: 'sqlite', HOST: '127.0.0.1', PORT: 3000 });
  });

  it('reports all faults at once, by name, without their values', () => {
    const attempt = () =>
      loadSettings({ PORT: 'abc', HOST: '0.0.0.0', DIAODU_DATABASE: 'postgres', DIAODU_AUDIT_KEY: 'secret' });
    expect(attempt).toThrow(SettingsError);
    try {
      attempt();
    } catch (error) {
      const text = (error as Error).message;
      for (const name of ['PORT', 'HOST', 'DATABASE_URL', 'DIAODU_AUDIT_KEY']) expect(text).toContain(name);
      expect(text).not.toContain('0.0.0.0');
      expect(text).not.toContain('secret');
    }
  });

  it('takes an empty variable as not set', () => {
    expect(loadSettings({ PORT: '' }).PORT).toBe(3000);
  });
});
