import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanEvidenceName, extensionOf, MAX_NAME } from './evidence-name.js';

describe('文件名', () => {
  it.each([
    ['清单调整说明（定稿）.pdf', '清单调整说明（定稿）.pdf'],
    ['2023年11月〔2023〕1号 “函”.docx', '2023年11月〔2023〕1号 “函”.docx'],
    ['e\u0301t\u00e9.pdf', 'ét\u00e9.pdf'],
    ['C:\\Users\\张三\\桌面\\材料.pdf', '材料.pdf'],
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['照片\u202Egpj.exe', '照片gpj.exe'],
    ['零\u200B宽\uFEFF.pdf', '零宽.pdf'],
    ['a\r\nSet-Cookie: x.pdf', 'a Set-Cookie_ x.pdf'.replace('a S', 'aS')],
    ['报告.pdf...  ', '报告.pdf'],
    ['问?号*星|.pdf', '问_号_星_.pdf'],
    ['CON.txt', '_CON.txt'],
    ['第1\u3000\u00A0期.pdf', '第1 期.pdf'],
    ['.pdf', '.pdf'],
    ['半\uD83D对.pdf', '半对.pdf'],
    ['😀笑.png', '😀笑.png'],
  ])('%j is shown and saved as %j', (given, shown) => {
    expect(cleanEvidenceName(given)).toBe(shown);
  });

  it.each([['...'], [''], ['\u202E'], ['folder/'], ['  . .']])('refuses %j, of which nothing is left', (given) => {
    expect(() => cleanEvidenceName(given)).toThrow(expect.objectContaining({ code: 'EVIDENCE_NAME_MISSING' }));
  }); // prettier-ignore

  it('takes 255 characters and refuses one more, however many bytes they are', () => {
    const longest = `${'证'.repeat(MAX_NAME - 4)}.pdf`;
    expect(cleanEvidenceName(longest)).toBe(longest);
    expect(() => cleanEvidenceName(`证${longest}`)).toThrow(
      expect.objectContaining({ code: 'EVIDENCE_NAME_TOO_LONG' }),
    );
  });

  it('is a name that stays as it is when cleaned again, and holds no folder and no hidden character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        let name: string;
        try {
          name = cleanEvidenceName(given);
        } catch {
          return;
        }
        expect(cleanEvidenceName(name)).toBe(name);
        expect(name).not.toMatch(/[/\\"<>:|?*\p{Cc}\u202A-\u202E\u2066-\u2069]|[. ]$/u);
      }),
      { numRuns: 500 },
    );
  });

  it('has the extension after its last dot', () => {
    expect(extensionOf('a.tar.GZ')).toBe('gz');
    expect(extensionOf('无扩展名')).toBe('');
  });
});
