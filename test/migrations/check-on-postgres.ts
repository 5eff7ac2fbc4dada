import { spawnSync } from 'node:child_process';
import { startPostgres } from '../support/postgres.js';

/** Runs the built `migrate --check` against an empty PostgreSQL of its own; ends with that command's status. */
const server = await startPostgres();
try {
  const { status } = spawnSync(process.execPath, ['dist/cli.js', 'migrate', '--check'], {
    stdio: 'inherit',
    env: {
      PATH: process.env['PATH'],
      DIAODU_DATABASE: 'postgres',
      DATABASE_URL: await server.createDatabase(),
    },
  });
  process.exitCode = status ?? 1;
} finally {
  await server.stop();
}
