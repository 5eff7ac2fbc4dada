import { describe, expect, it } from '@jest/globals';
import { SettingsError } from '../platform/config/load-settings.js';
import { startRefusal } from './run-program.js';

const coded = (code: string, words: string) => Object.assign(new Error(words), { code });

describe('what is said of a start that failed', () => {
  it.each([
    ['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:5432'],
    ['57P03', 'the database system is starting up'],
    ['53300', 'sorry, too many clients already'],
  ])('is, after %s, that the database is not to be reached, and why', (code, words) =>
    expect(startRefusal(coded(code, words))).toMatch(
      new RegExp(`^数据库连接不上，服务未启动：.*DATABASE_URL.*（${words}）`),
    ),
  );

  it.each([
    ['55P03', 'canceling statement due to lock timeout'],
    ['57014', 'canceling statement due to statement timeout'],
  ])('is, after %s, that somebody else holds it, and nothing of an address that is right', (code, words) => {
    const sentence = startRefusal(coded(code, words));
    expect(sentence).toMatch(new RegExp(`^数据库正被长时间占用，服务未启动：.*（${words}）`));
    expect(sentence).not.toContain('DATABASE_URL');
  });

  it('is what the settings or the data refuse, as it stands; of an error of the program itself there is no sentence', () => {
    const error = new SettingsError(['PORT：应为 1 至 65535']);
    expect(startRefusal(error)).toBe(error.message);
    expect(startRefusal(new Error('deliberate'))).toBeNull();
  });
});
