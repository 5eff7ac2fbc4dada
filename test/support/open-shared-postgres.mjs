import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

const SERVE = [
  '--no-warnings',
  '--import',
  '@swc-node/register/esm-register',
  'test/support/serve-shared-postgres.ts',
];

/**
 * Before the first suite of a Jest run: opens a door at which the port of the shared PostgreSQL is told. The server starts
 * when the first suite knocks, so that a run that needs none starts none.
 */
export default async function openSharedPostgres() {
  let serving = null;
  let port = null;
  const door = createServer((socket) => {
    socket.on('error', () => undefined);
    serving ??= spawn(process.execPath, SERVE, { stdio: ['pipe', 'pipe', 'inherit'] });
    port ??= firstLine(serving);
    port.then((line) => socket.end(line));
  });
  door.listen(0, '127.0.0.1').unref();
  await once(door, 'listening');
  process.env.SHARED_POSTGRES_DOOR = String(door.address().port);
  globalThis.closeSharedPostgres = async () => {
    door.close();
    if (serving === null || serving.exitCode !== null) return;
    serving.stdin.end();
    await once(serving, 'exit');
  };
}

/** What a process writes first, or why there is nothing. */
async function firstLine(child) {
  const [line] = await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(([code]) => [`exit ${code}`]),
  ]);
  return String(line).trim();
}
