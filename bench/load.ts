import { connect } from 'node:net';

/** A server under load and what is asked of it. */
export interface Target {
  port: number;
  paths: readonly string[];
  headers: Readonly<Record<string, string>>;
}

/** Status, headers and body are told apart by this. */
const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * Asks one path after another on so many connections at once for so long; gives answers per second. Written on bare
 * sockets, so that the asking costs as little as may be beside what is asked.
 */
export async function load(target: Target, connections: number, milliseconds: number): Promise<number> {
  const begin = performance.now();
  const until = begin + milliseconds;
  const counts = await Promise.all(
    Array.from({ length: connections }, (_, i) => ask(target, i, () => performance.now() < until)),
  );
  const seconds = (performance.now() - begin) / 1000;
  return counts.reduce((sum, n) => sum + n, 0) / seconds;
}

/** Asks once; gives the body. */
export async function fetchBody({ port, headers }: Target, path: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
  const body = await response.text();
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${body}`);
  return body;
}

function ask(target: Target, first: number, goOn: () => boolean): Promise<number> {
  const requests = target.paths.map((path) => requestOf(path, target.headers));
  return new Promise((resolve, reject) => {
    let answers = 0;
    let turn = first;
    let received = Buffer.alloc(0);
    const socket = connect(target.port, '127.0.0.1', next);
    socket.setNoDelay(true);
    socket.on('error', reject);
    socket.on('data', (data) => {
      received = received.length === 0 ? data : Buffer.concat([received, data]);
      const length = answerLength(received);
      if (length === null || received.length < length) return;
      received = received.subarray(length);
      answers += 1;
      if (goOn()) return next();
      socket.destroy();
      resolve(answers);
    });
    function next(): void {
      socket.write(requests[turn++ % requests.length] ?? '');
    }
  });
}

/** Bytes of the whole answer, or null while its head is not complete. Anything but 200 is a fault. */
function answerLength(received: Buffer): number | null {
  const end = received.indexOf(HEAD_END);
  if (end < 0) return null;
  const head = received.subarray(0, end).toString('latin1');
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (!head.startsWith('HTTP/1.1 200') || length === undefined) throw new Error(`unexpected answer: ${head}`);
  return end + HEAD_END.length + Number(length);
}

function requestOf(path: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join('')}\r\n`;
}
