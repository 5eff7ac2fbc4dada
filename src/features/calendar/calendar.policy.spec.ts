import { describe, expect, it } from '@jest/globals';
import { systemActor } from '../../platform/auth/actor.js';
import { requireCalendarKeeper } from './calendar.policy.js';

describe('who keeps the calendar', () => {
  it.each(['CLERK', 'DIRECTOR', 'SYSTEM'] as const)('%s may', (role) => {
    expect(() => requireCalendarKeeper({ ...systemActor('test', ''), role })).not.toThrow();
  });

  it.each(['LIAISON', 'HEAD', 'LEADER'] as const)('%s may not (CALENDAR_FORBIDDEN)', (role) => {
    expect(() => requireCalendarKeeper({ ...systemActor('test', ''), role })).toThrow(
      expect.objectContaining({ kind: 'FORBIDDEN', code: 'CALENDAR_FORBIDDEN' }),
    );
  });
});
