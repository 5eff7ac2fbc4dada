import { describe, expect, it } from '@jest/globals';
import { assertPostgresVersion } from './postgres-version.js';

describe('version of PostgreSQL', () => {
  it('refuses the start on 14 and says what to do', () => {
    expect(() => assertPostgresVersion(140_011)).toThrow('不低于 15（现为 14），服务未启动');
  });

  it.each([150_000, 150_018, 180_004])('starts on %i', (version) => {
    expect(() => assertPostgresVersion(version)).not.toThrow();
  });
});
