import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { persistence } from '../../src/app/persistence.js';
import { loadSettings } from '../../src/platform/config/load-settings.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { startDebianPostgres, type DebianPostgres } from '../support/debian-postgres.js';
import { describeOnDebianPostgres } from '../support/on-debian-postgres.js';

describeOnDebianPostgres('the role the program connects as', (bin) => {
  let server: DebianPostgres;
  let base: string;
  const folder = mkdtempSync(join(tmpdir(), 'diaodu-role-'));

  beforeAll(async () => {
    server = await startDebianPostgres(bin);
    base = await server.createDatabase('spare');
    const { port } = new URL(base);
    execFileSync('deploy/postgres/10-ordinary-role.sh', {
      env: { PATH: `${bin}:/usr/bin:/bin`, PGHOST: '127.0.0.1', PGPORT: port, POSTGRES_PASSWORD: 'a1b2c3d4e5f6' },
    });
  }, 60_000);
  afterAll(() => {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const isPastTheWall = async (user: string): Promise<boolean> => {
    const url = new URL(base);
    [url.username, url.pathname] = [user, '/diaodu'];
    const settings = loadSettings({ DIAODU_DATABASE: 'postgres', DATABASE_URL: url.href, DIAODU_DATA_DIR: folder });
    const db = await openDatabase(settings, persistence);
    try {
      return await db.isPastTheWall();
    } finally {
      await db.close();
    }
  };

  it('is made by the script of the image, an ordinary one that owns its database', async () => {
    expect(await isPastTheWall('diaodu')).toBe(false);
    const client = new pg.Client({ connectionString: base });
    await client.connect();
    const { rows } = await client.query(`SELECT rolname AS name, rolpassword IS NULL AS locked FROM pg_authid WHERE rolcanlogin ORDER BY 1`); // prettier-ignore
    await client.end();
    expect(rows).toEqual([{ name: 'diaodu', locked: false }, { name: 'postgres', locked: true }]); // prettier-ignore
  });

  it('is noticed where it is a superuser, before whom no wall stands', async () => {
    expect(await isPastTheWall('postgres')).toBe(true);
  });
}); // prettier-ignore
