import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../platform/auth/actor.js';
import {
  mayProve,
  mayRead,
  maySeeTask,
  requireKeeper,
  requireSharer,
  requireUploader,
  type Party,
} from './evidence.policy.js';

const as = (role: Actor['role'], departmentId: string | null = null): Actor => ({
  post: `${departmentId ?? 'X'}-${role}`,
  role,
  departmentId,
  jurisdiction: '/',
  holder: '某某',
  requestId: 'r',
  address: 'test',
});
const party = (departmentId: string, role: string, state = 'SIGNED'): Party => ({
  id: `part-${departmentId}`,
  departmentId,
  role,
  state,
});
const TASK = [party('lead', 'LEAD'), party('support', 'SUPPORT'), party('other', 'SUPPORT'), party('gone', 'SUPPORT', 'WITHDRAWN')]; // prettier-ignore
const allowed = (deed: () => void): string => {
  try {
    deed();
    return 'allowed';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('谁可以查阅', () => {
  const of = (departmentId: string | null, isShared = 0) => ({ departmentId, isShared });
  it.each([
    ['CLERK', null, of('support'), true],
    ['DIRECTOR', null, of('support'), true],
    ['LEADER', null, of('support'), true],
    ['SYSADMIN', null, of('support', 1), false],
    ['SECADMIN', null, of(null, 1), false],
    ['AUDITOR', null, of('lead', 1), false],
    ['LIAISON', 'support', of('support'), true],
    ['HEAD', 'support', of('support'), true],
    ['LIAISON', 'lead', of('support'), true],
    ['LIAISON', 'lead', of(null), true],
    ['LIAISON', 'support', of('lead'), false],
    ['LIAISON', 'support', of('lead', 1), true],
    ['LIAISON', 'support', of('other'), false],
    ['LIAISON', 'support', of(null), false],
    ['LIAISON', 'support', of(null, 1), true],
    ['LIAISON', 'gone', of('gone'), true],
    ['LIAISON', 'gone', of('lead', 1), false],
    ['LIAISON', 'stranger', of('lead', 1), false],
  ] as const)('%s of %s reads evidence of %j: %s', (role, departmentId, evidence, expected) => {
    expect(mayRead(as(role, departmentId), evidence, TASK)).toBe(expected);
  });

  it('a task is seen by who has or had a part in it', () => {
    expect(maySeeTask(as('LIAISON', 'gone'), TASK)).toBe(true);
    expect(maySeeTask(as('LIAISON', 'stranger'), TASK)).toBe(false);
    expect(maySeeTask(as('AUDITOR'), TASK)).toBe(false);
  });
});

describe('谁可以办理', () => {
  it.each([
    ['CLERK', null, 'allowed'],
    ['LIAISON', 'support', 'allowed'],
    ['HEAD', 'lead', 'allowed'],
    ['LIAISON', 'gone', 'EVIDENCE_UPLOADER_ONLY'],
    ['LIAISON', 'stranger', 'EVIDENCE_UPLOADER_ONLY'],
    ['LEADER', null, 'EVIDENCE_UPLOADER_ONLY'],
    ['SYSADMIN', null, 'EVIDENCE_UPLOADER_ONLY'],
  ] as const)('%s of %s uploads: %s', (role, departmentId, expected) => {
    expect(allowed(() => requireUploader(as(role, departmentId), TASK))).toBe(expected);
  });

  it.each([
    ['DIRECTOR', null, 'allowed'],
    ['HEAD', 'support', 'allowed'],
    ['LIAISON', 'lead', 'EVIDENCE_KEEPER_ONLY'],
    ['LEADER', null, 'EVIDENCE_KEEPER_ONLY'],
  ] as const)('%s of %s keeps the evidence of support: %s', (role, departmentId, expected) => {
    const evidence = { departmentId: 'support', isShared: 1 };
    expect(allowed(() => requireKeeper(as(role, departmentId), evidence))).toBe(expected);
  });

  it('the office’s own evidence is nobody else’s to keep, also where a post has no department', () => {
    const evidence = { departmentId: null, isShared: 1 };
    expect(allowed(() => requireKeeper(as('LIAISON', null), evidence))).toBe('EVIDENCE_KEEPER_ONLY');
    expect(allowed(() => requireKeeper(as('LEADER', null), evidence))).toBe('EVIDENCE_KEEPER_ONLY');
  });

  it.each([
    ['CLERK', null, 'allowed'],
    ['LIAISON', 'lead', 'allowed'],
    ['LIAISON', 'support', 'EVIDENCE_LEAD_ONLY'],
  ] as const)('%s of %s lays something before all: %s', (role, departmentId, expected) => {
    expect(allowed(() => requireSharer(as(role, departmentId), TASK))).toBe(expected);
  });

  it('a department proves its own part, the lead and the office anybody’s', () => {
    const part = party('support', 'SUPPORT');
    expect(mayProve(as('LIAISON', 'support'), part, TASK)).toBe(true);
    expect(mayProve(as('LIAISON', 'other'), part, TASK)).toBe(false);
    expect(mayProve(as('LIAISON', 'lead'), part, TASK)).toBe(true);
    expect(mayProve(as('CLERK'), part, TASK)).toBe(true);
  });
});
