import { describe, expect, it } from '@jest/globals';
import { isOutcomeUnknown, outcomeUnknown, refusalOfDatabase } from './database-refusals.js';

const coded = (code: string) => Object.assign(new Error('as the server says'), { driverError: { code } });

describe('what a person is told when the database could not do its part', () => {
  it.each([
    ['57014', 'DATABASE_SLOW'],
    ['53300', 'DATABASE_CROWDED'],
    ['55P03', 'DATABASE_BUSY'],
    ['40P01', 'DATABASE_BUSY'],
    ['40001', 'DATABASE_BUSY'],
    ['57P01', 'DATABASE_UNREACHABLE'],
    ['57P03', 'DATABASE_UNREACHABLE'],
    ['08006', 'DATABASE_UNREACHABLE'],
    ['ECONNREFUSED', 'DATABASE_UNREACHABLE'],
  ])('%s is %s', (code, told) => {
    expect(refusalOfDatabase(coded(code))).toMatchObject({ kind: 'UNAVAILABLE', code: told });
  });

  it.each([
    ['timeout exceeded when trying to connect', 'DATABASE_CROWDED'],
    ['Connection terminated due to connection timeout', 'DATABASE_UNREACHABLE'],
    ['Connection terminated unexpectedly', 'DATABASE_UNREACHABLE'],
  ])('the driver saying “%s” is %s', (sentence, told) => {
    expect(refusalOfDatabase(new Error(sentence))).toMatchObject({ code: told });
  });

  it('takes a socket that is not there for a lost server, and no other missing file', () => {
    const missing = (syscall: string) => Object.assign(new Error('ENOENT'), { code: 'ENOENT', syscall });
    expect(refusalOfDatabase(missing('connect'))).toMatchObject({ code: 'DATABASE_UNREACHABLE' });
    expect(refusalOfDatabase(missing('open'))).toBeNull();
  });

  it('leaves every other error a fault', () => {
    for (const code of ['23505', '42P01', '22P02']) expect(refusalOfDatabase(coded(code))).toBeNull();
    expect(refusalOfDatabase(new Error('deliberate'))).toBeNull();
    expect(refusalOfDatabase(null)).toBeNull();
  });

  it('knows the unknown outcome of a COMMIT from other refusals', () => {
    expect(isOutcomeUnknown(outcomeUnknown())).toBe(true);
    expect(isOutcomeUnknown(refusalOfDatabase(coded('57014')))).toBe(false);
  });
});
