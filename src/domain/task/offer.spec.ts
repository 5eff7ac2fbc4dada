import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../refusal.js';
import { offer } from './offer.js';

const form = { deed: 'SIGN', label: '签收', path: '/tasks/1/sign', version: 3 };
const refuse = (): never => {
  throw new DomainError('CONFLICT', 'NOT_NOW', '现在不能签收。');
};
const pass = (): void => undefined;

describe('what a screen offers', () => {
  it('is nothing to whom it is not permitted', () => {
    expect(offer(form, refuse, pass)).toEqual([]);
  });

  it('says why it cannot be done now', () => {
    expect(offer(form, pass, refuse)).toEqual([
      { ...form, method: 'POST', subject: '', possible: false, reason: '现在不能签收。' },
    ]);
  });

  it('is possible when nothing refuses it', () => {
    expect(offer({ ...form, method: 'PUT', subject: '甲' }, pass, pass)).toMatchObject([
      { method: 'PUT', subject: '甲', possible: true, reason: '' },
    ]);
  });

  it('does not hide a fault of ours', () => {
    expect(() => offer(form, pass, () => JSON.parse('{'))).toThrow(SyntaxError);
  });
});
