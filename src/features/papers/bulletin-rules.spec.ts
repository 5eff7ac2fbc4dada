import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseBulletinRules } from './bulletin-rules.js';

const shipped = parse(readFileSync('config/bulletin.yaml', 'utf8')) as Record<string, unknown>;

describe('通报配置', () => {
  it('reads the shipped file', () => {
    expect(parseBulletinRules(shipped).requirements.length).toBeGreaterThan(0);
  });

  it('names every fault at once (BULLETIN_RULES_INVALID)', () => {
    expect(() => parseBulletinRules({ ...shipped, office: '', requirements: [] })).toThrow(
      expect.objectContaining({
        kind: 'INVALID',
        code: 'BULLETIN_RULES_INVALID',
        details: { faults: ['“office”应填写署名单位', '“requirements”应为下步要求的列表'] },
      }),
    );
  });
});
