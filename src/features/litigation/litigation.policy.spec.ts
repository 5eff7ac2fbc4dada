import { describe, expect, it } from '@jest/globals';
import { systemActor, type Actor, type Role } from '../../platform/auth/actor.js';
import { isOffice, requireOffice } from './litigation.policy.js';

const actor = (role: Role): Actor => ({ ...systemActor('test', 'r'), role });

describe('谁登记案件和法院的认定', () => {
  it.each(['CLERK', 'DIRECTOR', 'SYSTEM'] as const)('%s does, as the office', (role) => {
    expect(isOffice(actor(role))).toBe(true);
    expect(() => requireOffice(actor(role), '登记案件')).not.toThrow();
  });

  it.each(['LIAISON', 'HEAD', 'LEADER', 'SYSADMIN', 'SECADMIN', 'AUDITOR', 'VISITOR'] as const)(
    '%s does not',
    (role) => {
      expect(() => requireOffice(actor(role), '登记法院的认定')).toThrow(
        expect.objectContaining({ code: 'LITIGATION_FORBIDDEN' }),
      );
    },
  );
});
