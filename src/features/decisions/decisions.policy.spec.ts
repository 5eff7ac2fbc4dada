import { describe, expect, it } from '@jest/globals';
import type { ProcedureDeed } from '../../domain/procedure/deed.js';
import type { Actor } from '../../platform/auth/actor.js';
import { freshMatter } from '../../../test/support/procedure.js';
import { maySee, requireApprover, requireDoer } from './decisions.policy.js';

const actor = (role: Actor['role'], departmentId: string | null = null): Actor => ({
  role,
  departmentId,
  jurisdiction: '/',
  post: role,
  holder: '',
  requestId: '',
  address: '',
});
const decision = { departmentId: 'urban' };
const { steps } = freshMatter().definition;
const refusalOf = (who: Actor, act: ProcedureDeed): string | null => {
  try {
    requireDoer(who, decision, steps, act);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('who sees a decision', () => {
  it('the office, the leaders and its own department; administrators and others do not', () => {
    for (const who of [actor('CLERK'), actor('DIRECTOR'), actor('LEADER'), actor('HEAD', 'urban')])
      expect(maySee(who, decision)).toBe(true);
    for (const who of [actor('HEAD', 'roads'), actor('SYSADMIN'), actor('SECADMIN'), actor('AUDITOR')])
      expect(maySee(who, decision)).toBe(false);
  });
});

describe('who does what', () => {
  const record = (step: string) => ({ deed: 'RECORD', step, on: '2023-05-08', fields: {} }) as const;

  it('第二十五条: the legality review is recorded by the office, never by the department that undertakes the matter', () => {
    expect(refusalOf(actor('LIAISON', 'urban'), record('LEGALITY_REVIEW'))).toBe('DECISION_OFFICE_ONLY');
    expect(refusalOf(actor('CLERK'), record('LEGALITY_REVIEW'))).toBeNull();
  });

  it('the department’s steps, drafts and resubmissions are its liaison’s, not the clerk’s and not another’s', () => {
    const draft = { deed: 'CHANGE_DRAFT', sha256: '', substantive: true, note: '' } as const;
    for (const act of [record('DRAFTING'), draft, { deed: 'RESUBMIT', reason: '' } as const]) {
      expect(refusalOf(actor('LIAISON', 'urban'), act)).toBeNull();
      for (const who of [actor('CLERK'), actor('LIAISON', 'roads'), actor('HEAD', 'urban'), actor('LEADER')])
        expect(refusalOf(who, act)).toBe('DECISION_UNDERTAKER_ONLY');
    }
  });

  it('exceptions are asked by the department or the clerk and approved by the director alone', () => {
    const ask = { deed: 'OVERRIDE', gate: 'G4', reason: '', publishedIn: '' } as const;
    expect(refusalOf(actor('CLERK'), ask)).toBeNull();
    expect(refusalOf(actor('LIAISON', 'urban'), ask)).toBeNull();
    expect(refusalOf(actor('DIRECTOR'), ask)).toBe('DECISION_UNDERTAKER_ONLY');
    expect(refusalOf(actor('CLERK'), { deed: 'APPROVE_OVERRIDE', override: 1 })).toBe(
      'DECISION_DIRECTOR_ONLY',
    );
    expect(() => requireApprover(actor('DIRECTOR'))).not.toThrow();
  });
});
