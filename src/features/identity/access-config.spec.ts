import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { parseAccessRules } from './access-config.js';

const SHIPPED: unknown = parse(readFileSync('config/access.yaml', 'utf8'));

describe('config/access.yaml', () => {
  it('as shipped keeps level 2 of GB/T 22239-2019', () => {
    const rules = parseAccessRules(SHIPPED);
    expect(rules.password).toMatchObject({ minLength: 10, kinds: 3, history: 5, maxAgeDays: 90 });
    expect(rules.password.forbidden).toContain('123456');
    expect(rules.twoFactor).toBe('NONE');
  });

  it('stops the start with every fault at once', () => {
    const broken = {
      ...(SHIPPED as object),
      session: { idleMinutes: 0 },
      twoFactor: 'SOME',
      dormantDays: 'x',
    };
    const start = () => parseAccessRules(broken);
    expect(start).toThrow(/session\.idleMinutes 应为 1 至 720 的整数/);
    expect(start).toThrow(/session\.absoluteHours/);
    expect(start).toThrow(/twoFactor 应为 NONE、ADMINISTRATORS、ALL 之一/);
    expect(start).toThrow(/dormantDays/);
    expect(() => parseAccessRules(null)).toThrow(/password\.forbidden/);
  });
});
