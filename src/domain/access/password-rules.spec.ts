import { describe, expect, it } from '@jest/globals';
import {
  passwordExpired,
  passwordFaults,
  passwordRulesInWords,
  type PasswordRules,
} from './password-rules.js';

const RULES: PasswordRules = { minLength: 10, kinds: 3, history: 5, maxAgeDays: 90, forbidden: ['password'] };
const DAY = 86_400_000;

describe('what a password must be like (GB/T 22239-2019 8.1.4.1 a)', () => {
  it('may be used when it keeps every rule', () => {
    expect(passwordFaults('Xk7-moonlit', 'cheng.silan', RULES)).toEqual([]);
  });

  it.each([
    ['too short', 'Xk7-moon', '至少 10 个字符'],
    ['too long', `Xk7-${'m'.repeat(200)}`, '至多 200 个字符'],
    ['of two kinds only', 'moonlitnight7', '至少包含 3 类'],
    ['with the user name', 'Silan-2023-x', '用户名'],
    ['with a common word', 'PassWord-2023', '“password”'],
  ])('is refused when %s', (_, password, fault) => {
    expect(passwordFaults(password, 'cheng.silan', RULES).join('；')).toContain(fault);
  });

  it('does not take every pair of letters for a fragment of the user name', () => {
    expect(passwordFaults('Xk7-chemistry', 'cheng.silan', RULES)).toEqual([]);
    expect(passwordFaults('Xk7-moon-wb1', 'wb1', RULES)).toEqual([expect.stringContaining('用户名')]);
  });

  it('must be changed after its days, and never where the rule is off (ASVS 6.2.10)', () => {
    expect(passwordExpired(0, 90 * DAY - 1, RULES)).toBe(false);
    expect(passwordExpired(0, 90 * DAY, RULES)).toBe(true);
    expect(passwordExpired(0, 9000 * DAY, { ...RULES, maxAgeDays: 0 })).toBe(false);
    expect(passwordRulesInWords(RULES)).toHaveLength(5);
    expect(passwordRulesInWords({ ...RULES, maxAgeDays: 0 })).toHaveLength(4);
  });
});
