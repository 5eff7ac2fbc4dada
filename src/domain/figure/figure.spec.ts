import { describe, expect, it } from '@jest/globals';
import { countedFigure, shareFigure, type FigureDefinition } from './figure.js';

const identified: FigureDefinition = {
  id: 'decisions.identified',
  unit: '项',
  precision: 'exact',
  definition: '年度目录内的重大行政决策事项',
};

describe('数据项', () => {
  it('is as many as the records behind it, which stand in text order', () => {
    expect(countedFigure(identified, ['2023-02', '2023-01'], '2023-12-20')).toEqual({
      ...identified,
      value: 2,
      records: ['2023-01', '2023-02'],
      asOf: '2023-12-20',
    });
    expect(countedFigure(identified, [], '2023-12-20').value).toBe(0);
  });

  it('has no value where a share has no whole', () => {
    expect(shareFigure(identified, null, [], '2023-12-20').value).toBeNull();
    expect(shareFigure(identified, 99.9, ['b', 'a'], '2023-12-20')).toMatchObject({ value: 99.9, records: ['a', 'b'] }); // prettier-ignore
  });
});
