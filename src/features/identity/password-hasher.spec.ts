import { describe, expect, it } from '@jest/globals';
import { PasswordHasher } from './password-hasher.js';

describe('hashing of passwords', () => {
  const hasher = new PasswordHasher();

  it('is Argon2id with at least 19 MiB and two passes, salted', async () => {
    const [one, other] = await Promise.all([hasher.hash('Xk7-moonlit'), hasher.hash('Xk7-moonlit')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await hasher.matches(one, 'Xk7-moonlit')).toBe(true);
    expect(await hasher.matches(one, 'Xk7-moonlix')).toBe(false);
  });

  it('works for nobody too, and never agrees', async () => {
    expect(await hasher.matches(null, 'nobody has this password')).toBe(false);
  });

  it('lets two at a time work and turns callers away when hundreds wait (SIGN_IN_BUSY)', async () => {
    let most = 0;
    let now = 0;
    let release = (): void => undefined;
    const gate = new Promise<void>((open) => (release = open));
    const works = Array.from({ length: 503 }, () =>
      hasher.inTurn(async () => {
        most = Math.max(most, ++now);
        await gate;
        now--;
      }),
    );
    const outcomes = Promise.allSettled(works);
    release();
    const refused = (await outcomes).filter(({ status }) => status === 'rejected');
    expect(most).toBe(2);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ reason: { code: 'SIGN_IN_BUSY' } });
  });
});
