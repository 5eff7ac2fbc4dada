import { describe } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';

/** A suite that needs docker-compose, not Docker itself. Where the machine has none it says so in one line and is left out; CI has it. */
export function describeWithCompose(name: string, stories: () => void): void {
  if (spawnSync('docker-compose', ['version']).error) {
    process.stderr.write(`没有找到 docker-compose，测试“${name}”未运行。\n`);
    // oxlint-disable-next-line jest/no-disabled-tests -- a machine's lack leaves the suite out, and says so
    describe.skip(name, () => {
      stories();
    });
    return;
  }
  describe(name, () => {
    stories();
  });
}

/** What `docker-compose … config` makes of the compose file of this folder; throws with its words where it refuses. */
export function composeConfig(...words: string[]): string {
  const { PATH, HOME } = process.env;
  return execFileSync('docker-compose', [...words, 'config'], { encoding: 'utf8', env: { PATH, HOME } });
}
