import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { MailError } from '../../platform/notify/mailer.js';
import { isSendingTime, parseDeliveryRules, pauseAfter } from './delivery-rules.js';
import { outcomeOf } from './delivery.service.js';

const rules = parseDeliveryRules(parse(readFileSync('config/reminders.yaml', 'utf8')));

describe('rules of delivery (办内惯例，可配置)', () => {
  it('names every fault of a broken file at once', () => {
    const broken = { office: '', sendFrom: '8:30', sendUntil: '17:30', retryMinutes: [5, 5] };
    expect(() => parseDeliveryRules(broken)).toThrow(/office.*sendFrom.*retryMinutes/);
    expect(() => parseDeliveryRules({ ...rules, sendFrom: '18:00' })).toThrow(/sendUntil/);
    expect(() => parseDeliveryRules(null)).toThrow(/提醒送达配置有误/);
    expect(() => parseDeliveryRules(null)).toThrow(
      expect.objectContaining({ kind: 'INVALID', code: 'DELIVERY_RULES_INVALID' }),
    );
  });

  it.each([
    ['08:29', true, false],
    ['08:30', true, true],
    ['17:30', true, true],
    ['17:31', true, false],
    ['12:00', false, false],
  ])('at %s on a working day %s: sends %s', (time, isWorkingDay, sends) => {
    expect(isSendingTime(isWorkingDay, time, rules)).toBe(sends);
  });

  it('tries at least five times over 24 hours', () => {
    const pauses = [1, 2, 3, 4, 5].map((tries) => pauseAfter(tries, rules) ?? 0);
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThanOrEqual(24 * 3_600_000);
    expect(pauseAfter(6, rules)).toBeNull();
  });

  it.each([
    ['a refusal for good', new MailError('550', true), 1, 'GIVEN_UP'],
    ['a refusal for now', new MailError('451', false), 1, 'FAILED'],
    ['a fault on this side', new Error('disk full'), 1, 'FAILED'],
    ['the last try', new MailError('451', false), 6, 'GIVEN_UP'],
  ])('%s', (_case, error, tries, state) => {
    expect(outcomeOf(error, tries, rules, 0)).toMatchObject({
      state,
      sentAt: null,
      lastError: error.message,
    });
  });
});
