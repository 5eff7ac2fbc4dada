import { describe, expect, it } from '@jest/globals';
import { placesOf } from './department-tree.js';

describe('paths of the tree', () => {
  it('run from the root through every parent', () => {
    const places = placesOf([
      { id: '3', code: 'SFS', kind: 'GOVERNMENT', parentId: '2' },
      { id: '1', code: 'QZF', kind: 'GOVERNMENT', parentId: null },
      { id: '2', code: 'SFJ', kind: 'GOVERNMENT', parentId: '1' },
    ]);
    expect([...places].map(([id, { path }]) => [id, path])).toEqual([
      ['3', '/QZF/SFJ/SFS/'],
      ['1', '/QZF/'],
      ['2', '/QZF/SFJ/'],
    ]);
  });

  it('say in which city or district each department lies', () => {
    const places = placesOf([
      { id: '1', code: 'SH', kind: 'CITY', parentId: null },
      { id: '2', code: 'HP', kind: 'DISTRICT', parentId: '1' },
      { id: '3', code: 'SFJ', kind: 'GOVERNMENT', parentId: '2' },
      { id: '4', code: 'SSFJ', kind: 'GOVERNMENT', parentId: '1' },
    ]);
    expect([...places.values()].map(({ jurisdiction }) => jurisdiction)).toEqual([
      '/SH/',
      '/SH/HP/',
      '/SH/HP/',
      '/SH/',
    ]);
  });

  it.each([
    ['itself', [{ id: '1', code: 'A', kind: 'GOVERNMENT', parentId: '1' }]],
    [
      'each other',
      [
        { id: '1', code: 'A', kind: 'GOVERNMENT', parentId: '2' },
        { id: '2', code: 'B', kind: 'GOVERNMENT', parentId: '1' },
      ],
    ],
    [
      'a ring above it',
      [
        { id: '0', code: 'Z', kind: 'GOVERNMENT', parentId: '1' },
        { id: '1', code: 'A', kind: 'GOVERNMENT', parentId: '2' },
        { id: '2', code: 'B', kind: 'GOVERNMENT', parentId: '1' },
      ],
    ],
  ])('are refused for a department under %s', (_, nodes) => {
    expect(() => placesOf(nodes)).toThrow(expect.objectContaining({ code: 'DEPARTMENT_RING' }));
  });
});
