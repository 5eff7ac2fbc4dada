import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { parseDecisionRules } from './decision-rules.js';

const file = () => parse(readFileSync('config/decisions.yaml', 'utf8')) as Record<string, unknown>;

describe('config/decisions.yaml', () => {
  it('is read as it lies in the repository', () => {
    expect(parseDecisionRules(file())).toEqual({
      procedure: 'major-decision',
      dueSoonDays: 15,
      finishBefore: [15, 7, 3],
      dutyBefore: 3,
    });
  });

  it('names every fault at once (DECISION_RULES_INVALID)', () => {
    const wrong = { procedure: '', dueSoonDays: 1.5, notices: { finishBefore: [3, 7], dutyBefore: 400 } };
    expect(() => parseDecisionRules(wrong)).toThrow(
      expect.objectContaining({
        code: 'DECISION_RULES_INVALID',
        details: { faults: [expect.anything(), expect.anything(), expect.anything(), expect.anything()] },
      }),
    );
    expect(() => parseDecisionRules(null)).toThrow(
      expect.objectContaining({ code: 'DECISION_RULES_INVALID' }),
    );
  });
});
