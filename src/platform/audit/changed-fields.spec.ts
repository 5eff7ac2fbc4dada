import { describe, expect, it } from '@jest/globals';
import { changedFields } from './changed-fields.js';

describe('the fields an event tells', () => {
  it('are told as text, before beside after', () => {
    const before = { state: 'DRAFT', version: 1 };
    const after = { state: 'ISSUED', on: ['甲', '乙'], gone: null };
    expect(changedFields(before, after)).toEqual([
      { field: 'state', before: 'DRAFT', after: 'ISSUED' },
      { field: 'version', before: '1', after: null },
      { field: 'on', before: null, after: '["甲","乙"]' },
      { field: 'gone', before: null, after: null },
    ]);
    expect(changedFields(null, null)).toEqual([]);
  });
});
