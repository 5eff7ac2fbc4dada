import { describe, expect, it } from '@jest/globals';
import { systemActor } from '../../platform/auth/actor.js';
import { requireKeeper } from './organization.policy.js';

describe('who keeps the organization', () => {
  it.each(['CLERK', 'DIRECTOR', 'SYSADMIN', 'SYSTEM'] as const)('%s may', (role) => {
    expect(() => requireKeeper({ ...systemActor('test', ''), role })).not.toThrow();
  });

  it.each(['LIAISON', 'HEAD', 'LEADER', 'SECADMIN', 'AUDITOR', 'VISITOR'] as const)('%s may not', (role) => {
    expect(() => requireKeeper({ ...systemActor('test', ''), role })).toThrow(
      expect.objectContaining({ kind: 'FORBIDDEN', code: 'ORGANIZATION_FORBIDDEN' }),
    );
  });
});
