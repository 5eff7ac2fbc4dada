import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { readOfficeFile } from './read-office-file.js';

describe('reading', () => {
  it('x', async () => {
    const d = await readOfficeFile(readFileSync('/work/shared/data/ledgers/sample-2023.xlsx'), 'a.xlsx');
    console.log(JSON.stringify(d).slice(0, 6000));
    expect(d.kind).toBe('workbook');
  });
});
