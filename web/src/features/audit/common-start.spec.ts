import { describe, expect, it } from '@jest/globals';
import { commonStart } from './common-start.js';

describe('the common start', () => {
  it.each<[string[], string]>([
    [['ledger.', 'ledger.'], 'ledger.'],
    [['reminder.', 'reminders.'], 'reminder'],
    [['audit.', 'backup.'], ''],
    [['clock.'], 'clock.'],
    [[], ''],
  ])('of %j is “%s”', (texts, start) => expect(commonStart(texts)).toBe(start));
});
