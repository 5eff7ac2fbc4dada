import { describe, expect, it } from '@jest/globals';
import {
  changeAssignments,
  planAssignments,
  type DepartmentBook,
  type KeptAssignment,
} from './plan-assignments.js';

const BOOK: DepartmentBook = { idOf: (code) => `id-${code}`, membersOf: () => ['id-A', 'id-S1', 'id-S2'] };

function kept(departmentId: string, more: Partial<KeptAssignment> = {}): KeptAssignment {
  const plain = { id: `p-${departmentId}`, role: 'SUPPORT', isFirstLead: 0, viaGroup: null, state: 'ISSUED' };
  return { ...plain, departmentId, ordinal: 0, ...more };
}

describe('who works a task', () => {
  it('has one first lead, every department once, members of a group with the group they came in by', () => {
    const planned = planAssignments({ lead: ['A', 'B'], support: ['B', 'C'], groups: ['ALL_STREETS'] }, BOOK);
    expect(planned.map((part) => [part.departmentId, part.role, part.isFirstLead, part.viaGroup])).toEqual([
      ['id-A', 'LEAD', true, null],
      ['id-B', 'LEAD', false, null],
      ['id-C', 'SUPPORT', false, null],
      ['id-S1', 'SUPPORT', false, 'ALL_STREETS'],
      ['id-S2', 'SUPPORT', false, 'ALL_STREETS'],
    ]);
    expect(planned.map((part) => part.ordinal)).toEqual([0, 1, 2, 3, 4]);
  });

  it('has no first lead where nobody leads: a support never becomes one', () => {
    const planned = planAssignments({ lead: [], support: ['C'], groups: [] }, BOOK);
    expect(planned.some((part) => part.isFirstLead)).toBe(false);
  });

  it('changes by adding, altering and withdrawing; what stays as it was is not touched', () => {
    const planned = planAssignments({ lead: ['A'], support: ['B', 'D'], groups: [] }, BOOK);
    const old = [
      kept('id-A', { role: 'LEAD', isFirstLead: 1 }),
      kept('id-B', { ordinal: 1, state: 'WITHDRAWN' }),
      kept('id-C', { ordinal: 2 }),
    ];
    const changes = changeAssignments(old, planned);
    expect(changes.added.map((part) => part.departmentId)).toEqual(['id-D']);
    expect(changes.altered.map((each) => each.kept.departmentId)).toEqual(['id-B']);
    expect(changes.withdrawn.map((part) => part.departmentId)).toEqual(['id-C']);
  });
});
