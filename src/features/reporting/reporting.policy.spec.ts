import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../platform/auth/actor.js';
import {
  maySeeReport,
  maySeeTask,
  requireApprover,
  requireCorrector,
  requireFirstLead,
  requireReporter,
  requireReturner,
  requireReviewer,
  requireVerifier,
} from './reporting.policy.js';

const ROLES = ['CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER', 'SYSTEM'] as const;
const ADMINISTRATORS = ['SYSADMIN', 'SECADMIN', 'AUDITOR'] as const;

function actor(role: Actor['role'], departmentId: string | null = 'water', post: string = role): Actor {
  return { role, departmentId, jurisdiction: '/', post, holder: '', requestId: '', address: '' };
}

/** The roles that a deed does not refuse. */
function allowed(deed: (actor: Actor) => void, departmentId = 'water'): string[] {
  return ROLES.filter((role) => {
    try {
      deed(actor(role, departmentId));
      return true;
    } catch (error) {
      expect((error as { kind: string }).kind).toBe('FORBIDDEN');
      return false;
    }
  });
}

const lead = { departmentId: 'water', isFirstLead: true, state: 'IN_PROGRESS' };
const support = { departmentId: 'roads', isFirstLead: false, state: 'IN_PROGRESS' };
const request = { requestedBy: 'WATER-LIAISON', verifiedBy: null, state: 'SUBMITTED' };

describe('who sees what', () => {
  it('a department sees its own reports and the tasks it has a part in; all others see all', () => {
    const sees = (see: (actor: Actor) => boolean) => ROLES.filter((role) => see(actor(role, 'parks')));
    expect(sees((who) => maySeeReport(who, 'water'))).toEqual(['CLERK', 'DIRECTOR', 'LEADER', 'SYSTEM']);
    expect(sees((who) => maySeeReport(who, 'parks'))).toEqual([...ROLES]);
    expect(sees((who) => maySeeTask(who, [lead, support]))).toEqual([
      'CLERK',
      'DIRECTOR',
      'LEADER',
      'SYSTEM',
    ]);
    expect(maySeeTask(actor('HEAD', 'roads'), [lead, support])).toBe(true);
    for (const role of ADMINISTRATORS) {
      expect(maySeeReport(actor(role, null), 'water')).toBe(false);
      expect(maySeeTask(actor(role, null), [lead, support])).toBe(false);
    }
  });
});

describe('who does what with a report', () => {
  it('the liaison of the department writes it', () => {
    expect(allowed((who) => requireReporter(who, 'water'))).toEqual(['LIAISON', 'SYSTEM']);
    expect(allowed((who) => requireReporter(who, 'roads'))).toEqual(['SYSTEM']);
  });

  it('the office reviews it, its clerk corrects it', () => {
    expect(allowed(requireReviewer)).toEqual(['CLERK', 'DIRECTOR', 'SYSTEM']);
    expect(allowed(requireCorrector)).toEqual(['CLERK', 'SYSTEM']);
  });
});

describe('what a refused person is told', () => {
  it.each([
    ['REPORTER_ONLY', () => requireReporter(actor('HEAD'), 'water')],
    ['OFFICE_ONLY', () => requireReviewer(actor('LIAISON'))],
    ['FIRST_LEAD_ONLY', () => requireFirstLead(actor('LIAISON', 'roads'), [support, lead])],
    ['DIRECTOR_ONLY', () => requireApprover(actor('CLERK', null), request)],
    ['OWN_SUBMISSION', () => requireVerifier(actor('CLERK', null, 'WATER-LIAISON'), request)],
  ])('%s', (code, deed) => {
    expect(deed).toThrow(expect.objectContaining({ kind: 'FORBIDDEN', code }));
  });
});

describe('who does what with a close-out request', () => {
  it('the first lead asks; a support or a lead that was taken away does not', () => {
    expect(allowed((who) => requireFirstLead(who, [support, lead]))).toEqual(['LIAISON', 'HEAD', 'SYSTEM']);
    expect(allowed((who) => requireFirstLead(who, [support, lead]), 'roads')).toEqual(['SYSTEM']);
    const gone = { ...lead, state: 'WITHDRAWN' };
    expect(allowed((who) => requireFirstLead(who, [support, gone]))).toEqual(['SYSTEM']);
  });

  it('the clerk verifies, the director approves', () => {
    expect(allowed((who) => requireVerifier(who, request))).toEqual(['CLERK', 'SYSTEM']);
    expect(allowed((who) => requireApprover(who, request))).toEqual(['DIRECTOR', 'SYSTEM']);
  });

  it('the clerk returns while he reviews, the director until it is approved', () => {
    expect(allowed((who) => requireReturner(who, request))).toEqual(['CLERK', 'DIRECTOR', 'SYSTEM']);
    const verified = { ...request, verifiedBy: 'YFB-CLERK', state: 'VERIFIED' };
    expect(allowed((who) => requireReturner(who, verified))).toEqual(['DIRECTOR', 'SYSTEM']);
  });

  it('审核人、审批人与申请人不得为同一人', () => {
    const own = { ...request, requestedBy: 'POST', verifiedBy: 'POST' };
    const others = { ...request, verifiedBy: 'POST' };
    expect(() => requireVerifier(actor('CLERK', null, 'POST'), own)).toThrow('不能由本人审核');
    expect(() => requireApprover(actor('DIRECTOR', null, 'POST'), others)).toThrow('不能由本人批准');
    expect(() => requireReturner(actor('DIRECTOR', null, 'POST'), own)).toThrow('不能由本人退回');
  });
});
