import { describe, expect, it } from '@jest/globals';
import { passwordFaults } from '../../domain/access/password-rules.js';
import { newToken, readablePassword, tokenHash } from './secret-token.js';

const RULES = { minLength: 10, kinds: 3, history: 0, maxAgeDays: 0, forbidden: [] };

describe('secrets', () => {
  it('are long, different each time, and kept as a hash only', () => {
    const tokens = new Set(Array.from({ length: 100 }, newToken));
    expect(tokens.size).toBe(100);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(tokenHash('a')).toBe(tokenHash('a'));
    expect(tokenHash('a')).not.toContain('a'.repeat(3));
  });

  it('that people type keep the rules of passwords', () => {
    const passwords = Array.from({ length: 200 }, readablePassword);
    expect(new Set(passwords).size).toBe(200);
    for (const password of passwords) expect(passwordFaults(password, 'nobody', RULES)).toEqual([]);
  });
});
