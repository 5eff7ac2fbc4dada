import { describe, expect, it } from '@jest/globals';
import { visitor, type Actor } from '../../../platform/auth/actor.js';
import { mayConfirm, maySeeHandOver } from './hand-over.policy.js';

const actor = (post: string, role: Actor['role'], departmentId: string | null): Actor => ({
  ...visitor('张三', '127.0.0.1', '1'),
  post,
  role,
  departmentId,
});
const liaison = actor('SFJ-LIAISON', 'LIAISON', 'sfj');

describe('who has to do with a hand-over', () => {
  it.each([
    ['the office’s clerk', actor('YFB-CLERK', 'CLERK', 'yfb'), true],
    ['its director', actor('YFB-DIRECTOR', 'DIRECTOR', 'yfb'), true],
    ['the department’s liaison', liaison, true],
    ['its head', actor('SFJ-HEAD', 'HEAD', 'sfj'), true],
    ['another department', actor('CZJ-HEAD', 'HEAD', 'czj'), false],
    ['a leader', actor('QLD-LEADER', 'LEADER', 'yfb'), false],
    ['an administrator', actor('SYSADMIN/a', 'SYSADMIN', null), false],
  ])('%s', (_who, who, may) => {
    expect(maySeeHandOver(who, 'sfj')).toBe(may);
  });

  it('is confirmed by the successor in person, in the post, from his first day on', () => {
    const succession = { postCode: 'SFJ-LIAISON', successor: '张三', fromDay: '2023-02-01' };
    expect(mayConfirm(liaison, succession, '2023-02-01')).toBe(true);
    expect(mayConfirm(liaison, succession, '2023-01-31')).toBe(false);
    expect(mayConfirm({ ...liaison, holder: '李四' }, succession, '2023-02-01')).toBe(false);
    expect(mayConfirm(actor('SFJ-HEAD', 'HEAD', 'sfj'), succession, '2023-02-01')).toBe(false);
  });
});
