import { describe, expect, it } from '@jest/globals';
import type { LedgerFacts } from '../ledger/ledger.reader.js';
import { monthsToOpen } from './ledger-months.js';

const ledger = (state: LedgerFacts['state']): LedgerFacts => ({
  id: '0192-ledger',
  code: 'KT-2023',
  year: 2023,
  kind: 'KEY_TASKS',
  title: '2023年度重点工作台账',
  sourceDocument: '',
  sourceNumber: '',
  issuedOn: '2023-11-02',
  state,
  ownerDepartmentId: '0192-office',
  version: 2,
});

describe('the months to be open before one is frozen by hand', () => {
  it('are those up to it, and the next one where that has begun', () => {
    expect(monthsToOpen(ledger('ISSUED'), '2023-12', '2024-02-05')).toEqual([
      '2023-11',
      '2023-12',
      '2024-01',
    ]);
    expect(monthsToOpen(ledger('ISSUED'), '2023-12', '2023-12-31')).toEqual(['2023-11', '2023-12']);
  });

  it('are no more than those in a closed ledger, whose further months are never frozen', () => {
    expect(monthsToOpen(ledger('CLOSED'), '2023-12', '2024-02-05')).toEqual(['2023-11', '2023-12']);
  });
});
