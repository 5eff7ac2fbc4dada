import { describe, expect, it } from '@jest/globals';
import { missingPosts } from './missing-posts.js';

const A = { id: 'a', code: 'SFJ', name: '区司法局' };
const B = { id: 'b', code: 'CZJ', name: '区财政局' };

describe('who is missing', () => {
  it('names every duty nobody fulfils, with the last holder where there was one', () => {
    const holders = [
      { departmentId: 'a', kind: 'LIAISON' as const },
      { departmentId: 'a', kind: 'HEAD' as const },
      { departmentId: 'b', kind: 'HEAD' as const },
    ];
    const vacancy = {
      departmentId: 'b',
      kind: 'LIAISON' as const,
      postCode: 'CZJ-LIAISON',
      lastHolder: '李某',
      since: '2023-05-01',
    };
    expect(missingPosts([A, B], holders, [vacancy])).toEqual([
      { department: { code: 'CZJ', name: '区财政局' }, kind: 'LIAISON', vacancy },
    ]);
    expect(missingPosts([A], [], []).map(({ kind, vacancy: none }) => [kind, none])).toEqual([
      ['LIAISON', null],
      ['HEAD', null],
    ]);
  });
});
