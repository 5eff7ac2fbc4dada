import { describe, expect, it } from '@jest/globals';
import { pathsOf } from './department-tree.js';

describe('paths of the tree', () => {
  it('run from the root through every parent', () => {
    const paths = pathsOf([
      { id: '3', code: 'SFS', parentId: '2' },
      { id: '1', code: 'QZF', parentId: null },
      { id: '2', code: 'SFJ', parentId: '1' },
    ]);
    expect(Object.fromEntries(paths)).toEqual({ 1: '/QZF/', 2: '/QZF/SFJ/', 3: '/QZF/SFJ/SFS/' });
  });

  it.each([
    ['itself', [{ id: '1', code: 'A', parentId: '1' }]],
    [
      'each other',
      [
        { id: '1', code: 'A', parentId: '2' },
        { id: '2', code: 'B', parentId: '1' },
      ],
    ],
    [
      'a ring above it',
      [
        { id: '0', code: 'Z', parentId: '1' },
        { id: '1', code: 'A', parentId: '2' },
        { id: '2', code: 'B', parentId: '1' },
      ],
    ],
  ])('are refused for a department under %s', (_, nodes) => {
    expect(() => pathsOf(nodes)).toThrow(expect.objectContaining({ code: 'DEPARTMENT_RING' }));
  });
});
