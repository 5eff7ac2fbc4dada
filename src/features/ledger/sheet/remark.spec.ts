import { describe, expect, it } from '@jest/globals';
import { officeComment, remarkOf } from './remark.js';

describe('comments of a returned workbook', () => {
  it('are not taken for the office’s own when the workbook comes back', () => {
    expect(officeComment(remarkOf(['F3没有牵头单位。']))).toBe('');
    expect(officeComment(remarkOf(['F3没有牵头单位。'], '请领导定'))).toBe('请领导定');
    expect(officeComment('请领导定')).toBe('请领导定');
    expect(officeComment()).toBe('');
  });
});
