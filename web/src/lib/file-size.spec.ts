import { expect, it } from '@jest/globals';
import { sizeOf } from './file-size.js';

it.each([
  [0, '1 KB'],
  [700, '1 KB'],
  [1_500, '1 KB'],
  [600 * 1024, '600 KB'],
  [1024 * 1024, '1.0 MB'],
  [50 * 1024 * 1024, '50.0 MB'],
])('%i bytes are said as %s', (bytes, said) => {
  expect(sizeOf(bytes)).toBe(said);
});
