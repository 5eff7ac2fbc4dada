import { describe, expect, it } from '@jest/globals';
import { Authenticator } from './authenticator.js';

const authenticator = new Authenticator();
/** The secret and some codes of RFC 6238, appendix B (SHA-1), cut to six digits. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('codes of authenticators (RFC 6238)', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1234567890, '005924'],
    [20000000000, '353130'],
  ])('at second %i the code is %s', (second, code) => {
    expect(authenticator.stepOf(code, RFC_SECRET, second * 1000)).toBe(Math.floor(second / 30));
  });

  it('are good half a minute early or late, and no longer', () => {
    const at = 1111111109_000;
    const step = Math.floor(at / 30_000);
    expect(authenticator.stepOf('081804', RFC_SECRET, at + 30_000)).toBe(step);
    expect(authenticator.stepOf('081804', RFC_SECRET, at - 30_000)).toBe(step);
    expect(authenticator.stepOf('081804', RFC_SECRET, at + 60_000)).toBeNull();
    expect(authenticator.stepOf('ABCDEFGHJK', RFC_SECRET, at)).toBeNull();
  });

  it('come from secrets of 160 bits, told to the phone by an address', () => {
    const secrets = new Set(Array.from({ length: 20 }, () => authenticator.newSecret()));
    expect(secrets.size).toBe(20);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const address = decodeURIComponent(authenticator.address(RFC_SECRET, 'cheng.silan'));
    expect(address).toContain('otpauth://totp/法治调度:cheng.silan?');
    expect(address).toContain(`secret=${RFC_SECRET}`);
  });
});
