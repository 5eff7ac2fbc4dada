import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { signInBusy } from './identity.errors.js';

/** OWASP's least for Argon2id: 19 MiB, two passes, one lane; in PHC form each hash carries its own figures. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Hashing runs in the thread pool, which files and name look-ups need too; more at once would only wait there. */
const AT_ONCE = 2;
/** Beyond this many waiting a caller is told to come again rather than kept waiting for ten seconds. */
const MOST_WAITING = 500;

/** Hashes and compares passwords, a few at a time. */
@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly nobody = hash('nobody has this password', COST);

  async hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, COST));
  }

  /** True when the password is the one of the hash; without a hash it takes as long and is never true. */
  async matches(hashed: string | null, password: string): Promise<boolean> {
    const against = hashed ?? (await this.nobody);
    return (await verify(against, password)) && hashed !== null;
  }

  /** Runs a piece of work that hashes when its turn comes; refuses when too many wait (SIGN_IN_BUSY). */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    await this.turn();
    try {
      return await work();
    } finally {
      this.pass();
    }
  }

  private async turn(): Promise<void> {
    if (this.running < AT_ONCE) {
      this.running++;
      return;
    }
    if (this.waiting.length >= MOST_WAITING) throw signInBusy();
    await new Promise<void>((begin) => this.waiting.push(begin));
  }

  /** The place is handed on, not given back: a newcomer cannot slip in before the one whose turn it is. */
  private pass(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running--;
  }
}
