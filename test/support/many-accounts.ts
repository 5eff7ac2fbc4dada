import { AccountsService } from '../../src/features/identity/accounts.service.js';
import { PasswordHasher } from '../../src/features/identity/password-hasher.js';
import { actAs } from '../../src/platform/auth/actor-context.js';
import { systemActor } from '../../src/platform/auth/actor.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { TestApp } from './app.js';

/** An account of a story. */
export interface StoryAccount {
  id: string;
  username: string;
}

/** Makes `many` accounts `user-000` … with one password, hashed once: hashing each anew would take a minute. */
export async function manyAccounts({ app }: TestApp, many: number, plain: string): Promise<StoryAccount[]> {
  const password = { plain, hash: await app.get(PasswordHasher).hash(plain) };
  const accounts: StoryAccount[] = [];
  await actAs(systemActor('cli', 'test'), () =>
    app.get(UnitOfWork).run(async () => {
      for (let i = 0; i < many; i++) {
        const username = `user-${String(i).padStart(3, '0')}`;
        const made = await app.get(AccountsService).make({ username, name: username }, password);
        accounts.push({ id: made.account.id, username });
      }
    }),
  );
  return accounts;
}
