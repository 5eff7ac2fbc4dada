import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseEvidenceRules } from './evidence-rules.js';
import { kindOfName, requireContent, type FoundContent } from './judge-kind.js';
import { requireNoStateSecret, secrecyMarkIn, secrecyOf } from './secrecy.js';
import { validityOf } from './validity.js';

const value = parse(readFileSync('config/evidence.yaml', 'utf8')) as Record<string, unknown>;
const rules = parseEvidenceRules(value);
const refusal = (code: string) => expect.objectContaining({ code });
const found = (name: string, more: Partial<FoundContent> = {}): FoundContent => ({
  name,
  hasMacro: false,
  isEncrypted: false,
  entries: [],
  ...more,
});

describe('接收哪些文件', () => {
  it.each([
    ['说明.PDF', 'application/pdf'],
    ['照片.JPG', 'image/jpeg'],
    ['发文.ofd', 'application/ofd'],
    ['旧表.et', 'application/octet-stream'],
  ])('%s is taken as %s', (name, mediaType) => {
    expect(kindOfName(name, rules).mediaType).toBe(mediaType);
  });

  it.each([
    ['报告.pdf.exe', 'EVIDENCE_KIND_DANGEROUS'],
    ['网页.html', 'EVIDENCE_KIND_DANGEROUS'],
    ['徽标.svg', 'EVIDENCE_KIND_DANGEROUS'],
    ['表.xlsm', 'EVIDENCE_KIND_MACRO'],
    ['包.rar', 'EVIDENCE_KIND_CLOSED'],
    ['图.psd', 'EVIDENCE_KIND_UNKNOWN'],
    ['无扩展名', 'EVIDENCE_KIND_UNKNOWN'],
  ])('%s is refused by %s', (name, code) => {
    expect(() => kindOfName(name, rules)).toThrow(refusal(code));
  });

  it.each([
    ['a.pdf', 9, found('image/png'), 'EVIDENCE_CONTENT_DIFFERS'],
    ['a.pdf', 9, found(''), 'EVIDENCE_CONTENT_DIFFERS'],
    ['a.pdf', 0, found('application/pdf'), 'EVIDENCE_EMPTY'],
    ['a.doc', 9, found('application/msword', { hasMacro: true }), 'EVIDENCE_KIND_MACRO'],
    ['a.docx', 9, found('application/x-cfb', { isEncrypted: true }), 'EVIDENCE_ENCRYPTED'],
    ['a.zip', 9, found('application/zip', { entries: ['说明.txt', '安装/运行.EXE'] }), 'EVIDENCE_KIND_DANGEROUS'],
    ['a.zip', 9, found('application/zip', { entries: ['表.xlsm'] }), 'EVIDENCE_KIND_DANGEROUS'],
  ])('%s with %d bytes of %j is refused by %s', (name, bytes, content, code) => {
    expect(() => requireContent(kindOfName(name, rules), bytes, content, rules)).toThrow(refusal(code));
  }); // prettier-ignore

  it('names all faults of a broken file at once (EVIDENCE_RULES_INVALID)', () => {
    const broken = {
      ...value,
      expiringDays: -1,
      closeOutNeedsEvidence: 1,
      innocent: 'x',
      dangerous: ['pdf'],
    };
    expect(() => parseEvidenceRules(broken)).toThrow(
      expect.objectContaining({ code: 'EVIDENCE_RULES_INVALID', details: { faults: expect.any(Array) } }),
    );
    try {
      parseEvidenceRules(broken);
    } catch (error) {
      expect((error as { details: { faults: string[] } }).details.faults).toHaveLength(4);
    }
    expect(() => parseEvidenceRules(null)).toThrow(refusal('EVIDENCE_RULES_INVALID'));
    expect(() => parseEvidenceRules({ ...value, kinds: [{}] })).toThrow(refusal('EVIDENCE_RULES_INVALID'));
  });
});

describe('国家秘密', () => {
  it.each([
    ['会议材料（秘密）.pdf', '秘密'],
    ['机密★1年.docx', '机密'],
    ['绝 密.pdf', '绝密'],
    ['国家秘密事项一览表.xlsx', '秘密'],
  ])('%s is marked %s', (text, mark) => {
    expect(secrecyMarkIn(text, rules.innocent)).toBe(mark);
    expect(() => requireNoStateSecret(['', text], rules.innocent)).toThrow(refusal('EVIDENCE_STATE_SECRET'));
  });

  it.each(['保守国家秘密法宣传方案.pdf', '商业秘密保护情况.docx', '本材料不涉及国家秘密', '密切联系群众'])(
    '%s is no secret',
    (text) => {
      expect(secrecyMarkIn(text, rules.innocent)).toBeNull();
    },
  );

  it('a field that says so is refused with the article', () => {
    expect(secrecyOf('PUBLIC')).toBe('PUBLIC');
    expect(() => secrecyOf('TOP_SECRET')).toThrow(/第二十九条/);
  });
});

describe('有效期', () => {
  it.each([
    [null, 'UNLIMITED'],
    ['2023-03-09', 'EXPIRED'],
    ['2023-03-10', 'EXPIRING'],
    ['2023-04-09', 'EXPIRING'],
    ['2023-04-10', 'VALID'],
  ])('until %s is %s on 2023-03-10, with 30 days of warning', (until, validity) => {
    expect(validityOf(until, '2023-03-10', 30)).toBe(validity);
  });
});
