import { describe, expect, it } from '@jest/globals';
import { ledgerOptions } from './ledger-options.js';

const ledger = (code: string, name?: string) => ({
  code,
  title: `${code}台账`,
  owner: { jurisdiction: name === undefined ? null : { code: name, name } },
});

describe('the choice of a ledger', () => {
  it('is plain where all belong to one office', () => {
    expect(ledgerOptions([ledger('KT')], ({ code }) => code)).toEqual([{ value: 'KT', label: 'KT台账' }]);
  });

  it('stands under the jurisdictions where there are several', () => {
    const options = ledgerOptions([ledger('A', '沪市'), ledger('B', '黄区')], ({ code }) => code);
    expect(options).toEqual([
      { label: '沪市', options: [{ value: 'A', label: '沪市 A台账' }] },
      { label: '黄区', options: [{ value: 'B', label: '黄区 B台账' }] },
    ]);
  });
});
