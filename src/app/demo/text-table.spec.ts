import { describe, expect, it } from '@jest/globals';
import { displayWidth, textTable } from './text-table.js';

describe('a table in a terminal', () => {
  it('counts Chinese characters as two places', () => {
    expect([displayWidth('区司法局'), displayWidth('T-15'), displayWidth('“一件事”')]).toEqual([8, 4, 10]);
  });

  it('lets columns begin at the same place and the last one run free', () => {
    expect(
      textTable([
        ['序号', '任务', '说明'],
        ['2', '上线', '逾期'],
      ]),
    ).toEqual(['序号  任务  说明', '2     上线  逾期']);
  });
});
