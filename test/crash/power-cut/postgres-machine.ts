import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { postgresFoundIn, syncingPostgresIn, type Cluster } from '../../support/debian-postgres.js';
import { noFindings, type Findings } from '../findings.js';
import { fillDistrict, NOVEMBER } from '../make-data.js';
import type { Place } from '../program.js';
import { layImage } from './check-image.js';
import type { DiskImage } from './disk-model.js';
import { LeftMachine, postgresVariables } from './left-machine.js';

/** Writes tables out often, so that cuts fall into that as well, and does nothing that nobody asked for. */
const BUSY = ['max_wal_size=2MB', 'min_wal_size=2MB', 'shared_buffers=4MB', 'autovacuum=off'];

/** One disk with a PostgreSQL server in `postgres/` and a program's data folder in `app/`, both below one folder. */
export class PostgresMachine {
  private constructor(
    private readonly root: string,
    private readonly cluster: Cluster,
    private readonly folders: readonly string[],
    readonly ledgerId: string,
  ) {}

  /** Fills a district of so many tasks; the server is stopped then, so that all of it is on the disk. */
  static async with(bin: string, root: string, tasks: number): Promise<PostgresMachine> {
    const home = join(root, 'postgres');
    mkdirSync(home, { recursive: true });
    letServerInto(root);
    const cluster = await syncingPostgresIn(bin, home, BUSY);
    cluster.start();
    await cluster.createDatabase('diaodu', 'diaodu');
    const { ledgerId } = await fillDistrict(variablesOf(cluster, root), { ...NOVEMBER, tasks });
    cluster.run('pg_ctl', '-D', cluster.data, '-m', 'fast', '-w', 'stop');
    return new PostgresMachine(root, cluster, foldersOf(root), ledgerId);
  }

  /** Where a program runs with the server beside it, started with these words more before it and stopped after it. */
  place(settings: Record<string, string>, words: readonly string[]): Place {
    const { bin, command, port } = this.cluster;
    const script = `
      ${[...command, ...words].join(' ')} >/dev/null 2>&1 & server=$!
      until ${join(bin, 'pg_isready')} -q -h 127.0.0.1 -p ${port}; do sleep 0.1; done
      "$@"; code=$?
      kill -INT $server; wait $server; exit $code`;
    return {
      data: this.root,
      settings: { ...variablesOf(this.cluster, this.root), ...settings },
      under: ['sh', '-c', script, 'sh'],
    };
  }

  /** Starts a server on what a power cut has left, as after a reboot, lets somebody look, and takes all of it away. */
  async revive(
    image: DiskImage,
    folder: string,
    look: (left: LeftMachine) => Promise<Findings>,
  ): Promise<Findings> {
    layImage(image, folder);
    for (const path of this.folders) mkdirSync(join(folder, path), { recursive: true });
    cpSync(join(this.root, 'app/audit.key'), join(folder, 'app/audit.key'));
    letServerInto(join(folder, '..'), folder);
    const home = join(folder, 'postgres');
    // Its number may be that of a living process here, where no machine was started anew.
    rmSync(join(home, 'data/postmaster.pid'), { force: true });
    const server = await postgresFoundIn(this.cluster.bin, home);
    try {
      server.start();
      return await look(new LeftMachine(server.port, join(folder, 'app'), image));
    } catch (error) {
      return { ...noFindings(), faults: [`${(error as Error).message}: ${logOf(home)}`] };
    } finally {
      server.stop();
    }
  }
}

function variablesOf({ port }: Cluster, root: string): Record<string, string> {
  return postgresVariables(port, join(root, 'app'));
}

/** The server is another user's, who must be able to enter. */
function letServerInto(...folders: string[]): void {
  execFileSync('chmod', ['a+rx', ...folders]);
}

function foldersOf(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** The last the server said. */
function logOf(home: string): string {
  return readFileSync(join(home, 'log'), 'utf8').slice(-500);
}
