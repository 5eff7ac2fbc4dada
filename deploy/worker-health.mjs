// Whether the worker of this container is healthy; it listens on no port, so it is looked at from outside: the process is
// there, and PostgreSQL takes connections from here. Redis is not asked: a worker without it goes on, only slower.
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';

const PATIENCE_MS = 3_000;

function isWorker(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[1] === 'dist/worker.js';
  } catch {
    return false; // it ended while we looked
  }
}

function fail(reason) {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

if (!readdirSync('/proc').some((name) => /^\d+$/.test(name) && isWorker(name)))
  fail('办理进程（worker）没有运行');
const { hostname, port } = new URL(process.env.DATABASE_URL);
const socket = connect({ host: hostname, port: Number(port || 5432), timeout: PATIENCE_MS });
socket.once('connect', () => process.exit(0));
socket.once('timeout', () => fail('连接 PostgreSQL 超时'));
socket.once('error', (error) => fail(`连接不上 PostgreSQL：${error.code}`));
