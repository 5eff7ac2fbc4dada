import { describe, expect, it } from '@jest/globals';
import { maskPlaintiff } from './mask-plaintiff.js';

describe('原告隐名', () => {
  it.each([
    ['张三', '张某'],
    ['张三丰', '张某某'],
    [' 欧阳修文 ', '欧阳某某'],
    ['张*', '张某'],
    ['张某某', '张某某'],
    ['天津市甲乙科技有限公司', '某有限公司'],
    ['甲乙丙合作社', '某合作社'],
    ['张三、李四光等5人', '张某、李某某等5人'],
    ['王小明等', '王某某等'],
    ['区人民检察院', '区人民检察院'],
    ['某有限公司', '某有限公司'],
  ])('%s is kept as %s', (given, kept) => {
    expect(maskPlaintiff(given)).toBe(kept);
  });

  it('masks what is masked to itself', () => {
    for (const given of ['张三', '赵钱孙等三人', '某某科技股份有限公司']) {
      expect(maskPlaintiff(maskPlaintiff(given))).toBe(maskPlaintiff(given));
    }
  });
});
