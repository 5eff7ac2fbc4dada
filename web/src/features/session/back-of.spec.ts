import { describe, expect, it } from '@jest/globals';
import { backOf } from './back-of.js';

describe('the way back after signing in', () => {
  it.each([
    ['/tasks/1?tab=2', '/tasks/1?tab=2'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/\t/evil.example', '/'],
    ['', '/'],
  ])('%j leads to %s', (back, leads) => {
    expect(backOf(new URLSearchParams({ back }))).toBe(leads);
  });

  it('is the front page where none was said', () => {
    expect(backOf(new URLSearchParams())).toBe('/');
  });
});
