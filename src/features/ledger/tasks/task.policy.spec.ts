import { describe, expect, it } from '@jest/globals';
import { systemActor, type Actor } from '../../../platform/auth/actor.js';
import {
  maySee,
  requireFirstLead,
  requireOffice,
  requireOfficeOrFirstLead,
  requireOwnDepartment,
} from './task.policy.js';

const SYSTEM = systemActor('job', '');
const LEAD = { departmentId: 'd1', isFirstLead: 1, state: 'ISSUED' };
const SUPPORT = { departmentId: 'd2', isFirstLead: 0, state: 'ISSUED' };
const GONE = { departmentId: 'd3', isFirstLead: 1, state: 'WITHDRAWN' };

function actor(role: Actor['role'], departmentId = 'd9', post = `${departmentId}-${role}`): Actor {
  return { ...SYSTEM, role, departmentId, post };
}

describe('who may do what with a task', () => {
  it('lets a department see what it has or had a part in, the office and the leaders everything', () => {
    expect(maySee(actor('LIAISON', 'd2'), [LEAD, SUPPORT])).toBe(true);
    expect(maySee(actor('HEAD', 'd3'), [LEAD, GONE])).toBe(true);
    expect(maySee(actor('LIAISON', 'd9'), [LEAD, SUPPORT])).toBe(false);
    for (const role of ['CLERK', 'DIRECTOR', 'LEADER'] as const)
      expect(maySee(actor(role), [LEAD])).toBe(true);
  });

  it.each(['LIAISON', 'HEAD', 'LEADER'] as const)('keeps %s from the deeds of the office', (role) => {
    expect(() => requireOffice(actor(role), '改派')).toThrow('依法治区办');
    expect(() => requireOffice(actor('CLERK'), '改派')).not.toThrow();
  });

  it('lets only the department itself sign, not the office for it', () => {
    expect(() => requireOwnDepartment(actor('HEAD', 'd1'), 'd1', '签收')).not.toThrow();
    expect(() => requireOwnDepartment(actor('LIAISON', 'd2'), 'd1', '签收')).toThrow('本单位');
    expect(() => requireOwnDepartment(actor('CLERK', 'd1'), 'd1', '签收')).toThrow('本单位');
  });

  it('lets the first lead ask, not a support and not one that was withdrawn', () => {
    expect(() => requireFirstLead(actor('LIAISON', 'd1'), [GONE, LEAD, SUPPORT], '延期申请')).not.toThrow();
    expect(() => requireFirstLead(actor('LIAISON', 'd2'), [LEAD, SUPPORT], '延期申请')).toThrow(
      '第一牵头单位',
    );
    expect(() => requireFirstLead(actor('LIAISON', 'd3'), [LEAD, GONE], '延期申请')).toThrow('第一牵头单位');
    expect(() => requireOfficeOrFirstLead(actor('CLERK'), [LEAD], '确认节点完成')).not.toThrow();
    expect(() => requireOfficeOrFirstLead(actor('HEAD', 'd2'), [LEAD, SUPPORT], '确认节点完成')).toThrow(
      '第一牵头单位',
    );
  });
});
