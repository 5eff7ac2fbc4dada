import { describe, expect, it } from '@jest/globals';
import { withLabel } from './milestone-label.js';

describe('what a node or period is called', () => {
  it('is in words also where an earlier version kept the code', () => {
    expect(withLabel({ id: 'q', period: '2023Q1', label: '2023Q1' })).toMatchObject({ period: '2023Q1', label: '2023年第一季度' }); // prettier-ignore
  });

  it('is what a person has called it, whatever that looks like', () => {
    const node = { period: '1', label: '2023' };
    expect(withLabel(node)).toBe(node);
  });
});
