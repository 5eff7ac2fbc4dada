import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '../../src/platform/config/load-settings.js';
import { STORAGE_EXIT } from '../../src/platform/database/fail-stop.js';
import {
  COMPOSE_FILE,
  environmentOf,
  servicesOf,
  startedWith,
  variablesOf,
  type ComposeService,
} from '../support/compose-file.js';
import { composeConfig, describeWithCompose } from '../support/docker-compose.js';

const read = (file: string): string => readFileSync(file, 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
const example = variablesOf(read('deploy/scale.env.example'));
const chosen = variablesOf(read('.env')).COMPOSE_PROFILES!.split(',');
const dockerfile = read('Dockerfile');

const SCALED = ['app-1', 'app-2', 'postgres', 'proxy', 'redis', 'worker-1', 'worker-2'];
const APPS = ['app-1', 'app-2'];
const WORKERS = ['worker-1', 'worker-2'];
const FILLED = {
  ...example,
  POSTGRES_PASSWORD: 'a1b2c3d4e5f6',
  DIAODU_AUDIT_KEY: 'k'.repeat(48),
  DIAODU_HOSTS: 'diaodu.example.gov.cn',
};

const service = (name: string): ComposeService => COMPOSE_FILE[name]!;
const foldersOf = (name: string): string[] =>
  (service(name).volumes ?? []).map((volume) => volume.split('/srv/')[1]!);

/** Every file that an installation is made from. */
function papers(): string[] {
  const deployed = readdirSync('deploy', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(env|pem)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return ['Dockerfile', 'docker-compose.yml', '.env', 'docs/operations.md', ...deployed];
}

describe('the image', () => {
  const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));

  it('runs as a user who is not root and owns only what is written', () => {
    expect([...last.matchAll(/^USER (.+)$/gm)].map(([, user]) => user)).toEqual(['node']);
    expect(last.indexOf('USER node')).toBeLessThan(last.indexOf('CMD '));
    const owned = /chown node:node (.+)$/m
      .exec(last)![1]!
      .split(' ')
      .map((folder) => `/srv/diaodu/${folder}`);
    const volumes = JSON.parse(/^VOLUME (.+)$/m.exec(last)![1]!) as string[];
    expect(volumes).toEqual(owned);
  });

  it('has the programs that make and restore backups, of the version of the server', () => {
    expect(last).toContain('postgresql-client');
    expect(last).toMatch(/^\s*FROM node:\d+-bookworm-slim/);
    expect(service('postgres').image).toBe('postgres:15-bookworm');
  });

  it('does not take secrets along', () => {
    expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.env', 'deploy/*.env']));
    expect(read('.gitignore').split('\n')).toContain('/deploy/*.env');
  });
});

describe('docker-compose.yml', () => {
  it('starts the small edition by itself and the scaled-out one by its profile, never both', () => {
    expect(startedWith(COMPOSE_FILE, chosen)).toEqual(['diaodu']);
    expect(startedWith(COMPOSE_FILE, ['scale'])).toEqual(SCALED);
    expect(loadSettings({ ...service('diaodu').environment }).DIAODU_DATABASE).toBe('sqlite');
    expect(service('diaodu').network_mode).toBe('host');
  });

  it('runs two apps and two workers of one image by the commands of package.json', () => {
    const programs = [...APPS, ...WORKERS, 'diaodu'].map(service);
    expect(new Set(programs.map(({ image }) => image))).toEqual(new Set(['diaodu']));
    for (const name of APPS) expect(service(name).command?.join(' ')).toBe(scripts.start);
    for (const name of WORKERS) expect(service(name).command?.join(' ')).toBe(scripts.worker);
    expect(/^CMD (.+)$/m.exec(dockerfile)![1]).toBe(
      JSON.stringify(scripts.start!.split(' ')).replaceAll(',', ', '),
    );
  });

  it('gives each service a health check, an end in peace, a bounded log and nothing to write but its volumes', () => {
    for (const [name, one] of Object.entries(COMPOSE_FILE)) {
      expect([name, one.healthcheck?.test[0], one.read_only]).toEqual([name, 'CMD', true]);
      expect([name, one.tmpfs]).toEqual([name, expect.arrayContaining(['/tmp'])]);
      expect([name, parseInt(one.stop_grace_period!, 10) >= 15]).toEqual([name, true]);
      expect(one.logging?.options).toMatchObject({ 'max-size': '20m', 'max-file': '50' });
    }
  });

  it('publishes one port, that of the proxy, which knows both apps', () => {
    expect(Object.keys(COMPOSE_FILE).filter((name) => service(name).ports)).toEqual(['proxy']);
    const rules = read('deploy/proxy/Caddyfile');
    for (const name of APPS)
      expect(rules).toMatch(new RegExp(`^\\s*reverse_proxy .*\\b${name}:3000\\b`, 'm'));
    expect(rules).toContain('health_uri /health/ready');
    const address = (service('proxy').networks as { office: { ipv4_address: string } }).office.ipv4_address;
    for (const name of APPS) expect(service(name).environment?.DIAODU_PROXIES).toBe(address);
  });

  it('shares evidence, papers and backups between all processes and keeps what the stores hold', () => {
    for (const name of [...APPS, ...WORKERS]) {
      expect(service(name).volumes).toEqual(service('app-1').volumes);
      expect(foldersOf(name)).toEqual(['diaodu/data', 'diaodu/out', 'diaodu/backup']);
    }
    expect(foldersOf('diaodu')).toEqual(['diaodu/data', 'diaodu/out']);
    expect(service('postgres').volumes).toEqual(['scale-postgres:/var/lib/postgresql/data', './deploy/postgres:/docker-entrypoint-initdb.d:ro']); // prettier-ignore
    expect(service('redis').volumes).toEqual(['scale-redis:/data']);
  });

  it('compares text by bytes in PostgreSQL, and Redis forgets nothing', () => {
    expect(service('postgres').environment?.POSTGRES_INITDB_ARGS).toContain('--locale=C.UTF-8');
    const command = service('redis').command!.join(' ');
    expect(command).toBe('redis-server --appendonly yes --maxmemory-policy noeviction');
  });

  it('gives all four processes settings they accept, one audit key among them', () => {
    const all = [...APPS, ...WORKERS].map((name) => loadSettings(environmentOf(service(name), FILLED)));
    expect(new Set(all.map(({ DIAODU_AUDIT_KEY: key }) => key))).toEqual(new Set([FILLED.DIAODU_AUDIT_KEY]));
    expect(all.map(({ DIAODU_JOBS: jobs }) => jobs)).toEqual(['off', 'off', 'on', 'on']);
    for (const settings of all) {
      expect(settings).toMatchObject({ DIAODU_DATABASE: 'postgres', DIAODU_TRANSPORT: 'bullmq' });
      expect(settings.DATABASE_URL).toBe('postgres://diaodu:a1b2c3d4e5f6@postgres:5432/diaodu');
    }
  });

  it('refuses to start from the example as it is, naming what is missing', () => {
    expect(() => loadSettings(environmentOf(service('app-1'), example))).toThrow(
      /DIAODU_AUDIT_KEY[^]*DIAODU_HOSTS|DIAODU_HOSTS[^]*DIAODU_AUDIT_KEY/,
    );
    expect(() => loadSettings(environmentOf(service('worker-1'), example))).toThrow('DIAODU_AUDIT_KEY');
    expect(environmentOf(service('postgres'), example).POSTGRES_PASSWORD).toBe('');
  });

  it('gives the audit key to nobody who keeps the database', () => {
    for (const name of ['postgres', 'redis', 'proxy'])
      expect(Object.keys(service(name).environment ?? {}).filter((key) => key.startsWith('DIAODU_'))).toEqual(
        [],
      );
  });
});

describeWithCompose('docker-compose reads it as we do', () => {
  const named = (name: string, one: ComposeService) => [
    name,
    one.image,
    one.command,
    one.read_only,
    one.healthcheck?.test,
  ];

  it.each([
    { words: [], profiles: chosen },
    { words: ['--profile', 'scale'], profiles: ['scale'] },
    { words: ['--env-file', 'deploy/scale.env.example', '--profile', 'scale'], profiles: ['scale'] },
  ])('with $words', ({ words, profiles }) => {
    const services = servicesOf(composeConfig(...words));
    const started = startedWith(services, profiles);
    expect(started).toEqual(startedWith(COMPOSE_FILE, profiles));
    expect(started.map((name) => named(name, services[name]!))).toEqual(
      started.map((name) => named(name, service(name))),
    );
  });
});

describe('the health of a worker', () => {
  const ask = (port: number): Promise<number> =>
    new Promise((resolve) => {
      const env = { PATH: process.env.PATH, DATABASE_URL: `postgres://diaodu@127.0.0.1:${port}/diaodu` };
      spawn('node', ['deploy/worker-health.mjs'], { env, stdio: 'ignore' }).once('exit', (code) =>
        resolve(code ?? -1),
      );
    });

  it('is that its process is there and its database takes connections', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'diaodu-health-'));
    mkdirSync(join(folder, 'dist'));
    writeFileSync(
      join(folder, 'dist/worker.js'),
      'process.stdout.write("here"); setInterval(() => {}, 1000);',
    );
    const worker = spawn('node', ['dist/worker.js'], { cwd: folder });
    await once(worker.stdout, 'data');
    const database = createServer().listen(0, '127.0.0.1');
    await once(database, 'listening');
    const { port } = database.address() as AddressInfo;
    expect(await ask(port)).toBe(0);
    database.close();
    await once(database, 'close');
    expect(await ask(port)).toBe(1);
    worker.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });
});

describe('units of systemd', () => {
  const units = ['diaodu.service', 'diaodu-worker@.service'].map((name) => read(`deploy/systemd/${name}`));
  const value = (unit: string, name: string): string | undefined =>
    new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1];

  it('run the same programs as package.json', () => {
    const commands = units.map((unit) => value(unit, 'ExecStart')?.replace('/usr/bin/', ''));
    expect(commands).toEqual([scripts.start, scripts.worker]);
  });

  it('start anew after a storage error, but not with wrong settings', () => {
    for (const unit of units) {
      expect(value(unit, 'Restart')).toBe('on-failure');
      expect(value(unit, 'RestartForceExitStatus')).toBe(String(STORAGE_EXIT));
      expect(value(unit, 'RestartPreventExitStatus')).toBe('2');
    }
  });

  it('may write their own folders only', () => {
    for (const unit of units) {
      expect(value(unit, 'User')).toBe('diaodu');
      expect(value(unit, 'NoNewPrivileges')).toBe('true');
      expect(value(unit, 'ProtectSystem')).toBe('strict');
      expect(value(unit, 'PrivateTmp')).toBe('true');
      expect(value(unit, 'ReadWritePaths')).toBe('/var/lib/diaodu -/var/backups/diaodu');
      expect(unit).toContain('Environment=DIAODU_DATA_DIR=/var/lib/diaodu/data');
    }
  });

  it('log to files that are kept by the day for six months at least', () => {
    for (const unit of units)
      expect(value(unit, 'StandardError')).toMatch(/^append:\/var\/log\/diaodu\/.+\.log$/);
    const rules = read('deploy/logrotate/diaodu');
    expect(rules).toMatch(/^\/var\/log\/diaodu\/\*\.log \{\n {4}daily\n/m);
    expect(Number(/^ *rotate (\d+)$/m.exec(rules)?.[1])).toBeGreaterThanOrEqual(184);
    expect(rules).not.toMatch(/^ *(size|maxsize|maxage) /m);
  });
});

describe('papers of an installation', () => {
  const known = new Set(
    ['settings', 'postgres-settings', 'operation-settings'].flatMap((file) =>
      [...read(`src/platform/config/${file}.ts`).matchAll(/^ {2}([A-Z_]+)\??:/gm)].map(([, name]) => name!),
    ),
  );

  it('name no setting that does not exist', () => {
    expect(known.size).toBeGreaterThan(30);
    const unknown = papers().flatMap((file) =>
      [...read(file).matchAll(/\bDIAODU_[A-Z_]+\b/g)]
        .filter(([name]) => !known.has(name))
        .map(([name]) => `${file}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });
});
