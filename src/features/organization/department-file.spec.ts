import { describe, expect, it } from '@jest/globals';
import { parseDepartmentFile } from './department-file.js';

const HEAD = 'code,name,shortName,kind,enforcementUnit,responsibleDepartment,aliases';
const parse = (...lines: string[]) => parseDepartmentFile(Buffer.from(lines.join('\n')));

function faultsOf(...lines: string[]) {
  try {
    parse(...lines);
  } catch (error) {
    return (error as { details: { faults: { line: number; column: string }[] } }).details.faults;
  }
  return [];
}

describe('a file of departments', () => {
  it('gives flags, aliases without the names themselves, and no parent where there is no column', () => {
    expect(parse(HEAD, 'SWJ,区水务局,水务局,GOVERNMENT,1,0,水务局|区水利局| 区水利局 ')).toEqual([
      {
        line: 2,
        code: 'SWJ',
        name: '区水务局',
        shortName: '水务局',
        kind: 'GOVERNMENT',
        isEnforcementUnit: true,
        isResponsibleDepartment: false,
        aliases: ['区水利局'],
      },
    ]);
  });

  it('takes columns in any order, quoted cells, blank lines and the marks of office machines', () => {
    const text = `\uFEFF${HEAD},parent\r\n\r\n"SWJ","区水务局",水务局,GOVERNMENT,1,0,,QZF\r\n`;
    expect(parseDepartmentFile(Buffer.from(text))).toMatchObject([{ code: 'SWJ', parent: 'QZF', line: 3 }]);
  });

  it('names every faulty cell at once', () => {
    const faults = faultsOf(
      HEAD,
      'swj,区水务局,,GOVERNMENT,1,0,',
      'SJJ,区水务局,审计局,SOMETHING,yes,0,',
      'SJJ,区审计局,审计,GOVERNMENT,1,0,',
    );
    expect(faults.map(({ line, column }) => `${line}${column}`)).toEqual([
      '2code',
      '2shortName',
      '3kind',
      '3enforcementUnit',
      '4code',
      '3name',
    ]);
  });

  it('refuses a name that would mean two departments', () => {
    expect(
      faultsOf(
        HEAD,
        'SWJ,区水务局,水务局,GOVERNMENT,1,0,水局',
        'STJ,区生态局,生态局,GOVERNMENT,1,0,水局|水务局',
      ),
    ).toMatchObject([
      { line: 3, column: 'aliases' },
      { line: 3, column: 'aliases' },
    ]);
  });

  it('refuses missing, unknown and doubled columns, and an empty file', () => {
    expect(faultsOf(`${HEAD.replace('kind,', '')},colour,colour`, 'x')).toMatchObject([
      { line: 1, column: 'kind' },
      { line: 1, column: 'colour' },
      { line: 1, column: 'colour' },
      { line: 1, column: 'colour' },
    ]);
    expect(faultsOf(HEAD)).toMatchObject([{ line: 2, column: 'code' }]);
    expect(faultsOf('')).not.toEqual([]);
  });
});
