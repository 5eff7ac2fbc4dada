import { describe, expect, it } from '@jest/globals';
import { isTimeCode, mustDoFirst, needsSecondFactor, normalCode, type SignInMeans } from './second-factor.js';

const settled: SignInMeans = {
  passwordIsDue: false,
  hasSecondFactor: false,
  duty: null,
  provedElsewhere: false,
};

describe('the second factor (GB/T 22239-2019 8.1.4.1 d)', () => {
  it.each([
    ['NONE', null, false],
    ['NONE', 'SYSADMIN', false],
    ['ADMINISTRATORS', null, false],
    ['ADMINISTRATORS', 'AUDITOR', true],
    ['ALL', null, true],
  ] as const)('with %s and duty %s is needed: %s', (rule, duty, needed) => {
    expect(needsSecondFactor(rule, duty)).toBe(needed);
    expect(mustDoFirst({ ...settled, duty }, rule)).toBe(needed ? 'SECOND_FACTOR' : null);
    expect(mustDoFirst({ ...settled, duty, hasSecondFactor: true }, rule)).toBeNull();
  });

  it('comes after the password, and neither matters where another service has proved the person', () => {
    expect(mustDoFirst({ ...settled, passwordIsDue: true }, 'ALL')).toBe('PASSWORD');
    expect(mustDoFirst({ ...settled, passwordIsDue: true, provedElsewhere: true }, 'ALL')).toBeNull();
  });

  it('takes codes as people type them', () => {
    expect(normalCode(' １２３ 456 ')).toBe('123456');
    expect(normalCode('abcde-fghjk')).toBe('ABCDEFGHJK');
    expect(isTimeCode('123456')).toBe(true);
    expect(isTimeCode('1234567')).toBe(false);
    expect(isTimeCode('ABCDEF')).toBe(false);
  });
});
