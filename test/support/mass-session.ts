import { tokenHash } from '../../src/platform/auth/secret-token.js';
import type { Database } from '../../src/platform/database/database.js';

/** Later than any measurement will run. */
const FAR = 4_102_444_800_000;

/** Writes an account that holds a post and a session of it, whose token is the word given; for programs that measure. */
export async function makeMassSession(db: Database, postCode: string, token: string): Promise<void> {
  await db.unitOfWork.run(async () => {
    await db.write(
      `INSERT INTO account (id, username, name, duty, state, state_reason, must_change, is_demonstration, created_at,
         failed_since, version) VALUES ('mass', 'mass', 'mass', NULL, 'ACTIVE', '', 0, 1, 0, 0, 1)`,
    );
    await db.write(
      `INSERT INTO account_grant (id, account_id, post_id, active_post_id, granted_by, granted_at)
       SELECT 'mass', 'mass', id, id, 'SYSTEM', 0 FROM post WHERE code = ?`,
      [postCode],
    );
    await db.write(
      `INSERT INTO session (id, token_sha256, account_id, started_at, seen_at, expires_at, address, user_agent)
       VALUES ('mass', ?, 'mass', 0, ?, ?, '', '')`,
      [tokenHash(token), FAR, FAR],
    );
  });
}
