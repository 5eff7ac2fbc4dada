import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port.js';

const HOME = '/usr/lib/postgresql';

/** A PostgreSQL server of Debian's package, which unlike that of the npm package has pg_dump beside it. */
export interface DebianPostgres {
  bin: string;
  /** Address of a fresh database; with an owner, of one that this role owns and signs in to. */
  createDatabase(name: string, owner?: string): Promise<string>;
  readonly port: number;
  /** Ends every process of it at once, as `pg_ctl -m immediate` does; what was committed comes back with `start`. */
  crash(): void;
  /** kill −9 of every process of it: its files stay as they are. */
  kill(): void;
  start(): void;
  stop(): void;
}

/** Folder of the newest of Debian's PostgreSQL, or null. */
export function debianPostgresBin(): string | null {
  const versions = existsSync(HOME) ? readdirSync(HOME).map(Number).filter((n) => n > 0).toSorted((a, b) => b - a) : []; // prettier-ignore
  const found = versions.map((version) => join(HOME, String(version), 'bin')).find((bin) => ['initdb', 'pg_dump'].every((tool) => existsSync(join(bin, tool)))); // prettier-ignore
  return found ?? null;
}

/** Starts a cluster of its own on a free port in a temporary folder, as another user when this is root: it refuses root. */
export async function startDebianPostgres(bin: string): Promise<DebianPostgres> {
  const cluster = await clusterIn(bin);
  initialise(cluster);
  cluster.start();
  return cluster;
}

/**
 * A cluster in a folder of the caller's that was made and not started, with these settings and nothing spared: what it
 * acknowledges it has synced.
 */
export async function syncingPostgresIn(
  bin: string,
  folder: string,
  settings: readonly string[],
): Promise<Cluster> {
  const cluster = await clusterIn(bin, folder, settings);
  // Small segments, since a new one is written full of zeros and all that is written is recorded.
  initialise(cluster, '--wal-segsize=1');
  return cluster;
}

/** A server on a cluster that lies in `data/` of a folder already, whoever put it there; not started. */
export async function postgresFoundIn(bin: string, folder: string): Promise<Cluster> {
  const cluster = await clusterIn(bin, folder);
  const as = unprivileged();
  if (as) execFileSync('chown', ['-R', `${as.uid}:${as.gid}`, folder]);
  execFileSync('chmod', ['-R', 'go=', cluster.data]);
  return cluster;
}

function initialise(cluster: Cluster, ...words: string[]): void {
  const common = ['-U', 'postgres', '--auth=trust', '--locale=C.UTF-8', '--encoding=UTF8'];
  cluster.run('initdb', '-D', cluster.data, ...common, ...words);
}

/** A server that follows another and can take its place. */
export interface StandbyPostgres extends DebianPostgres {
  /** Ends the following: from now on it takes writes. */
  promote(): void;
}

/**
 * Starts a standby that streams from a running server; from then on that server acknowledges no commit which the standby
 * has not written down.
 */
export async function startStandby(primary: DebianPostgres): Promise<StandbyPostgres> {
  const cluster = await clusterIn(primary.bin);
  const from = ['-h', '127.0.0.1', '-p', String(primary.port), '-U', 'postgres'];
  cluster.run('pg_basebackup', ...from, '-D', cluster.data, '-R', '-X', 'stream', '--checkpoint=fast');
  cluster.start();
  const client = new pg.Client({
    connectionString: `postgres://postgres@127.0.0.1:${primary.port}/postgres`,
  });
  await client.connect();
  await client.query(`ALTER SYSTEM SET synchronous_standby_names = '*'`);
  await client.query('SELECT pg_reload_conf()');
  for (let isSync = false; !isSync;) {
    const { rows } = await client.query(`SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'`);
    isSync = rows.length > 0;
    await sleep(50);
  }
  await client.end();
  return { ...cluster, promote: () => cluster.run('pg_ctl', '-D', cluster.data, '-w', 'promote') };
}

/** A cluster and its own tools. */
export interface Cluster extends DebianPostgres {
  data: string;
  /** Runs one of its programs as the user it belongs to, to its end. */
  run(tool: string, ...words: string[]): void;
  /** The words that start the server and stay with it, as that user. */
  command: readonly string[];
}

async function clusterIn(
  bin: string,
  folder = mkdtempSync(join(tmpdir(), 'diaodu-debian-pg-')),
  settings: readonly string[] = ['fsync=off'],
): Promise<Cluster> {
  const port = await freePort();
  const as = unprivileged();
  if (as) chownSync(folder, as.uid, as.gid);
  const run = (tool: string, ...words: string[]) =>
    void execFileSync(join(bin, tool), words, { ...as, cwd: folder, stdio: 'ignore' });
  const data = join(folder, 'data');
  const own = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, ...settings];
  const options = ['-p', String(port), ...own.flatMap((setting) => ['-c', setting])];
  const crash = () => run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
  const urlOf = (user: string, name: string) => `postgres://${user}@127.0.0.1:${port}/${name}`;
  return {
    bin,
    data,
    run,
    command: [...(as ? ['setpriv', `--reuid=${as.uid}`, `--regid=${as.gid}`, '--clear-groups'] : []), join(bin, 'postgres'), '-D', data, ...options],
    async createDatabase(name, owner) {
      const client = new pg.Client({ connectionString: urlOf('postgres', 'postgres') });
      await client.connect();
      if (owner !== undefined) await client.query(`CREATE ROLE ${owner} LOGIN`).catch(() => undefined);
      await client.query(`CREATE DATABASE ${name} ${owner === undefined ? '' : `OWNER ${owner}`}`);
      await client.end();
      return urlOf(owner ?? 'postgres', name);
    },
    port,
    crash,
    kill: () => killAll(data),
    start: () => run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options.join(' '), 'start'),
    stop() {
      // Killed −9 it has nothing more to end.
      if (existsSync(join(data, 'postmaster.pid'))) spawnSync(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], { ...as, cwd: folder });
      rmSync(folder, { recursive: true, force: true });
    },
  };
} // prettier-ignore

/** kill −9 of the server and of every process it has begun, the server first so that it can say nothing to them; waits until they are gone. */
function killAll(data: string): void {
  const lock = join(data, 'postmaster.pid');
  const [server = 0, , , port] = readFileSync(lock, 'utf8').split('\n').map(Number);
  const children = spawnSync('ps', ['-o', 'pid=', '--ppid', String(server)], { encoding: 'utf8' }).stdout;
  const all = [server, ...children.split('\n').map(Number).filter((n) => n > 0)];
  spawnSync('kill', ['-9', ...all.map(String)]);
  while (all.some(isAlive)) spawnSync('sleep', ['0.02']);
  // A dead process that nobody has asked after yet still has its number, and would be taken for a running server.
  for (const left of [lock, join(data, `../.s.PGSQL.${port}.lock`)]) rmSync(left, { force: true });
} // prettier-ignore

function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z';
  } catch {
    return false;
  }
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
