import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../platform/auth/actor.js';
import { mayAnswer, mayApprove, mayKnowTotals } from './dispatch.policy.js';

function actor(role: Actor['role'], departmentId: string | null = null): Actor {
  return { role, departmentId, jurisdiction: '/', post: role, holder: '', requestId: '', address: '' };
}

const refused = (code: string) => expect.objectContaining({ kind: 'FORBIDDEN', code });

describe('who approves a paper of the ladder', () => {
  it('whom the ladder names, and never the system (REMINDER_APPROVER)', () => {
    expect(() => mayApprove(actor('LEADER'), 'LEADER')).not.toThrow();
    expect(() => mayApprove(actor('SYSTEM'), null)).not.toThrow();
    expect(() => mayApprove(actor('DIRECTOR'), 'LEADER')).toThrow(refused('REMINDER_APPROVER'));
    expect(() => mayApprove(actor('SYSTEM'), 'DIRECTOR')).toThrow('须由办主任批准');
  });
});

describe('who answers a reminder', () => {
  it('the department that was reminded (REMINDER_NOT_YOURS)', () => {
    expect(() => mayAnswer(actor('LIAISON', 'water'), 'water')).not.toThrow();
    expect(() => mayAnswer(actor('HEAD', 'water'), 'water')).not.toThrow();
    for (const who of [actor('LIAISON', 'roads'), actor('CLERK', 'water'), actor('SYSTEM')]) {
      expect(() => mayAnswer(who, 'water')).toThrow(refused('REMINDER_NOT_YOURS'));
    }
  });
});

describe('who knows the totals of the whole office', () => {
  it('the office and leaders at once, a department once the bulletin has told them', () => {
    for (const role of ['CLERK', 'DIRECTOR', 'LEADER'] as const)
      expect(mayKnowTotals(actor(role), 'FROZEN')).toBe(true);
    expect(mayKnowTotals(actor('LIAISON', 'water'), 'FROZEN')).toBe(false);
    expect(mayKnowTotals(actor('HEAD', 'water'), 'MET')).toBe(false);
    expect(mayKnowTotals(actor('HEAD', 'water'), 'PUBLISHED')).toBe(true);
  });
});
