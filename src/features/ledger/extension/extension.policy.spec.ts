import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../../platform/auth/actor.js';
import { requireApplicant, requireApprover } from './extension.policy.js';

function actor(role: Actor['role'], departmentId: string | null = null, post: string = role): Actor {
  return { role, departmentId, jurisdiction: '/', post, holder: '', requestId: '', address: '' };
}

const refused = (code: string) => expect.objectContaining({ kind: 'FORBIDDEN', code });

describe('who decides an extension', () => {
  const request = { askedBy: 'WATER-LIAISON', approvers: ['DIRECTOR', 'LEADER'] as const, signatures: 0 };

  it('the rung whose turn it is, one after the other (EXTENSION_APPROVER_WRONG)', () => {
    expect(requireApprover(actor('DIRECTOR'), request)).toBe('DIRECTOR');
    expect(requireApprover(actor('LEADER'), { ...request, signatures: 1 })).toBe('LEADER');
    for (const [who, signatures] of [
      ['LEADER', 0],
      ['DIRECTOR', 1],
      ['DIRECTOR', 2],
      ['CLERK', 0],
    ] as const) {
      expect(() => requireApprover(actor(who), { ...request, signatures })).toThrow(
        refused('EXTENSION_APPROVER_WRONG'),
      );
    }
  });

  it('never the one who asked (OWN_SUBMISSION)', () => {
    const own = { ...request, askedBy: 'YFB-DIRECTOR' };
    expect(() => requireApprover(actor('DIRECTOR', null, 'YFB-DIRECTOR'), own)).toThrow(
      refused('OWN_SUBMISSION'),
    );
  });
});

describe('who takes a request back', () => {
  it('the department that asked, by its liaison or head (NOT_APPLICANT)', () => {
    for (const who of [actor('LIAISON', 'water'), actor('HEAD', 'water'), actor('SYSTEM')]) {
      expect(() => requireApplicant(who, 'water')).not.toThrow();
    }
    for (const who of [actor('LIAISON', 'roads'), actor('CLERK', 'water'), actor('DIRECTOR')]) {
      expect(() => requireApplicant(who, 'water')).toThrow(refused('NOT_APPLICANT'));
    }
  });
});
