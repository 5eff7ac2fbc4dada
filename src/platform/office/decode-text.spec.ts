import { describe, expect, it } from '@jest/globals';
import { decodeText } from './decode-text.js';

const TEXT = '任务，堤防';
const GBK = Buffer.from('c8cecef1a3acb5ccb7c0', 'hex');

describe('text bytes', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16LE with mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16BE with mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
    ['GBK', GBK],
  ])('%s', (_name, bytes) => expect(decodeText(bytes)).toBe(TEXT));

  it('GB18030 beyond GBK', () => expect(decodeText(Buffer.from('8139ee39', 'hex'))).toBe('㐀'));
  it('line ends become LF', () => expect(decodeText(Buffer.from('a\r\nb\rc\nd'))).toBe('a\nb\nc\nd'));

  it.each([
    ['binary', Buffer.from([0x41, 0x00, 0x42, 0x00])],
    ['neither UTF-8 nor GB18030', Buffer.from([0x41, 0xff, 0xfe, 0x42])],
    ['broken UTF-8 after a mark', Buffer.from([0xef, 0xbb, 0xbf, 0xc8, 0xce])],
    ['a non-character', Buffer.from('a\uFFFEb')],
  ])('refuses %s', (_name, bytes) => {
    expect(() => decodeText(bytes)).toThrow(expect.objectContaining({ code: 'FILE_ENCODING' }));
  });
});
