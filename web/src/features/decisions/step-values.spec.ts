import { describe, expect, it } from '@jest/globals';
import type { StepField } from './decision-types.js';
import { filledIn, isWanted, missingNames, wordOf } from './step-values.js';

const OUTCOME: StepField = {
  id: 'outcome',
  name: '审查结论',
  type: 'CHOICE',
  choices: [
    { id: 'PASSED', name: '审查通过' },
    { id: 'FAILED', name: '审查不通过' },
  ],
  required: true,
  requiredWhen: null,
};
const REVISION: StepField = {
  id: 'revision',
  name: '修改建议',
  type: 'TEXT',
  choices: [],
  required: false,
  requiredWhen: { field: 'outcome', values: ['FAILED'] },
};

describe('what a step is recorded with', () => {
  it('asks for a field only when the answer to another calls for it', () => {
    expect(isWanted(REVISION, { outcome: 'PASSED' })).toBe(false);
    expect(isWanted(REVISION, { outcome: 'FAILED' })).toBe(true);
  });

  it('names what is still blank', () => {
    expect(missingNames([OUTCOME, REVISION], {})).toEqual(['审查结论']);
    expect(missingNames([OUTCOME, REVISION], { outcome: 'FAILED', revision: '  ' })).toEqual(['修改建议']);
    expect(missingNames([OUTCOME, REVISION], { outcome: 'PASSED' })).toEqual([]);
  });

  it('sends what is filled in, without blanks', () => {
    expect(filledIn([OUTCOME, REVISION], { outcome: 'FAILED', revision: ' 删去第二条 ' })).toEqual({
      outcome: 'FAILED',
      revision: '删去第二条',
    });
    expect(filledIn([OUTCOME, REVISION], { outcome: 'PASSED', revision: ' ' })).toEqual({
      outcome: 'PASSED',
    });
  });

  it('reads a choice by its word and anything else as it stands', () => {
    expect(wordOf(OUTCOME, 'PASSED')).toBe('审查通过');
    expect(wordOf(REVISION, '删去第二条')).toBe('删去第二条');
  });
});
