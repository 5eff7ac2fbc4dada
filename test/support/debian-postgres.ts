import { describe } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.js';

const HOME = '/usr/lib/postgresql';

/** A PostgreSQL server of Debian's package, which unlike that of the npm package has pg_dump beside it. */
export interface DebianPostgres {
  bin: string;
  /** Address of a fresh database; with an owner, of one that this role owns and signs in to. */
  createDatabase(name: string, owner?: string): Promise<string>;
  stop(): void;
}

/** Folder of the newest of Debian's PostgreSQL, or null. */
export function debianPostgresBin(): string | null {
  const versions = existsSync(HOME) ? readdirSync(HOME).map(Number).filter((n) => n > 0).toSorted((a, b) => b - a) : []; // prettier-ignore
  const found = versions.map((version) => join(HOME, String(version), 'bin')).find((bin) => ['initdb', 'pg_dump'].every((tool) => existsSync(join(bin, tool)))); // prettier-ignore
  return found ?? null;
}

/** A suite that needs Debian's PostgreSQL. Where the machine has none it says so in one line and is left out; CI has it. */
export function describeOnDebianPostgres(name: string, stories: (bin: string) => void): void {
  const bin = debianPostgresBin();
  if (bin === null) {
    process.stderr.write(`没有找到 ${HOME} 下的 PostgreSQL，测试“${name}”未运行。\n`);
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

/** Starts a cluster of its own on a free port in a temporary folder, as another user when this is root: it refuses root. */
export async function startDebianPostgres(bin: string): Promise<DebianPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'diaodu-debian-pg-'));
  const port = await freePort();
  const as = unprivileged();
  if (as) chownSync(folder, as.uid, as.gid);
  const run = (tool: string, ...words: string[]) =>
    execFileSync(join(bin, tool), words, { ...as, cwd: folder, stdio: 'ignore' });
  const data = join(folder, 'data');
  run('initdb', '-D', data, '-U', 'postgres', '--auth=trust', '--locale=C.UTF-8', '--encoding=UTF8');
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off`;
  run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start');
  const urlOf = (user: string, name: string) => `postgres://${user}@127.0.0.1:${port}/${name}`;
  return {
    bin,
    async createDatabase(name, owner) {
      const client = new pg.Client({ connectionString: urlOf('postgres', 'postgres') });
      await client.connect();
      if (owner !== undefined) await client.query(`CREATE ROLE ${owner} LOGIN`).catch(() => undefined);
      await client.query(`CREATE DATABASE ${name} ${owner === undefined ? '' : `OWNER ${owner}`}`);
      await client.end();
      return urlOf(owner ?? 'postgres', name);
    },
    stop() {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const idOf = (flag: string, user: string) => Number(execFileSync('id', [flag, user]).toString());
  try {
    return { uid: idOf('-u', 'postgres'), gid: idOf('-g', 'postgres') };
  } catch {
    return { uid: idOf('-u', 'nobody'), gid: idOf('-g', 'nobody') };
  }
}
