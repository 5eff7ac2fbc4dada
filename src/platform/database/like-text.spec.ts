import { describe, expect, it } from '@jest/globals';
import { likeText } from './like-text.js';

describe('a text inside a LIKE pattern', () => {
  it.each([
    ['法治', '法治'],
    ['100%', '100!%'],
    ['a_b!c', 'a!_b!!c'],
    ['a\\b', 'a\\b'],
  ])('%s stands for itself', (text, pattern) => {
    expect(likeText(text)).toBe(pattern);
  });
});
