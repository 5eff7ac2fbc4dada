import { describe, expect, it } from '@jest/globals';
import { passwordStanding } from './password-standing.js';

const WISHES = { minLength: 10, kinds: 3 };

describe('what is told of a password while it is typed', () => {
  it.each([
    ['', [false, false, false]],
    ['Xk7-moonlit', [true, true, true]],
    ['Xk7-moon', [false, true, true]],
    ['moonlitnight7', [true, false, true]],
    ['Silan-2023-x', [true, true, false]],
  ])('%j: length, kinds, user name %j', (password, standing) => {
    expect(passwordStanding(password, 'cheng.silan', WISHES)).toEqual(standing);
  });

  it('takes a short user name whole', () => {
    expect(passwordStanding('Xk7-moon-wb1', 'wb1', WISHES)[2]).toBe(false);
  });
});
