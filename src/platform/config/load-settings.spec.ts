import { describe, expect, it } from '@jest/globals';
import { getMetadataStorage } from 'class-validator';
import { loadSettings, SettingsError } from './load-settings.js';
import { Settings } from './settings.js';

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

  it('has no rule without a message of its own, so that none can speak English', () => {
    const rules = getMetadataStorage().getTargetValidationMetadatas(Settings, '', false, false);
    const checks = rules.filter(({ type }) => type !== 'conditionalValidation');
    expect(checks.length).toBeGreaterThan(15);
    const silent = checks.filter(({ message }) => !/\p{Script=Han}/u.test(String(message)));
    expect(silent.map(({ propertyName, name }) => `${propertyName} ${name}`)).toEqual([]);
  });

  it.each([
    [{ DIAODU_DATABASE: 'oracle' }, 'DIAODU_DATABASE：应为 sqlite 或者 postgres'],
    [{ PORT: '99999' }, 'PORT：不能大于 65535'],
    [{ PORT: '-1' }, 'PORT：不能小于 0'],
    [{ DIAODU_FREEZE_BATCH: '0.5' }, 'DIAODU_FREEZE_BATCH：不能小于 1；应为整数'],
    [
      { DIAODU_OIDC_ISSUER: 'https://id.example' },
      'DIAODU_OIDC_CLIENT_SECRET：不能为空；应与 DIAODU_OIDC_ISSUER 同时填写',
    ],
    [{ DIAODU_OIDC_CLIENT_ID: 'diaodu' }, 'DIAODU_OIDC_ISSUER：应为 https:// 开头的签发者地址'],
    [{ DIAODU_OIDC_ISSUER: 'http://id.example' }, '本机可用 http'],
    [{ DIAODU_JOBS: 'yes' }, 'DIAODU_JOBS：应为 on 或者 off'],
    [{ DIAODU_TRANSPORT: 'rabbit' }, 'DIAODU_TRANSPORT：应为 in-process 或者 bullmq'],
    [{ DIAODU_TRANSPORT: 'bullmq' }, 'REDIS_URL：DIAODU_TRANSPORT 为 bullmq 时应填写'],
  ])('says of %j what would be right, in Chinese', (variables, sentence) => {
    expect(() => loadSettings(variables)).toThrow(sentence);
  });

  it('takes an empty variable as not set', () => {
    expect(loadSettings({ PORT: '' }).PORT).toBe(3000);
  });
});
