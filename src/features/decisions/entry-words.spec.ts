import { describe, expect, it } from '@jest/globals';
import type { Entry } from '../../domain/procedure/entry.js';
import { freshMatter } from '../../../test/support/procedure.js';
import { entryWords } from './entry-words.js';

const DATED = { seq: 1, on: '2023-05-05', recordedOn: '2023-05-05', by: 'YFB-CLERK' };

describe('the words of an entry', () => {
  const { definition } = freshMatter();

  it.each<[string, Entry]>([
    [
      '不适用：不涉及其他单位职责',
      { ...DATED, kind: 'DETERMINATION', step: 'CONSULTATION', applies: false, reason: '不涉及其他单位职责' },
    ],
    [
      '公开征求意见的期限一般不少于30日：汛期将至',
      { ...DATED, kind: 'OVERRIDE', gate: 'C15', reason: '汛期将至', publishedIn: '公告第三段' },
    ],
    ['中止：上级规划尚未批复', { ...DATED, kind: 'MARK', deed: 'SUSPEND', reason: '上级规划尚未批复' }],
    ['补正后重新报送', { ...DATED, kind: 'MARK', deed: 'RESUBMIT', reason: '' }],
    ['草案.pdf：校正表述', { ...DATED, kind: 'DRAFT', sha256: 'a', substantive: false, note: '校正表述' }],
    ['草案.pdf', { ...DATED, kind: 'DRAFT', sha256: 'a', substantive: true, note: '' }],
    ['', { ...DATED, kind: 'STEP', step: 'DRAFTING', fields: {}, draft: null }],
  ])('say %s', (words, entry) => {
    expect(entryWords(definition, entry, '草案.pdf')).toBe(words);
  });
});
