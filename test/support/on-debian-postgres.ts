import { describe } from '@jest/globals';
import { debianPostgresBin } from './debian-postgres.js';

/** A suite that needs Debian's PostgreSQL. Where the machine has none it says so in one line and is left out; CI has it. */
export function describeOnDebianPostgres(name: string, stories: (bin: string) => void): void {
  const bin = debianPostgresBin();
  if (bin === null) {
    process.stderr.write(`没有找到 /usr/lib/postgresql 下的 PostgreSQL，测试“${name}”未运行。\n`);
    // oxlint-disable-next-line jest/no-disabled-tests -- a machine's lack leaves the suite out, and says so
    describe.skip(name, () => {
      stories('');
    });
    return;
  }
  describe(name, () => {
    stories(bin);
  });
}
