import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanText } from './clean-text.js';

describe('text that XML can carry', () => {
  it.each([
    ['修\u0000堤\u0007', '修堤'],
    ['a\uFFFEb\uFFFFc', 'abc'],
    ['a\uD800b\uDC00c', 'abc'],
    ['一行\n二行\t三列\r\n', '一行\n二行\t三列\r\n'],
    ['𠮷野家 😀 \u200b', '𠮷野家 😀 \u200b'],
    ['\u{1FFFE}x\uFDD0', 'x'],
    ['\u0085\u007f', ''],
  ])('%j becomes %j', (dirty, clean) => expect(cleanText(dirty)).toBe(clean));

  it('is well-formed, and cleaning again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0xd7ff, max: 0xffff }), (text, unit) => {
        const clean = cleanText(text + String.fromCharCode(unit) + text);
        // A string with a lone surrogate cannot be encoded as a URI.
        expect(() => encodeURI(clean)).not.toThrow();
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});
