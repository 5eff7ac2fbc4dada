import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a maker's server misbehaves. */
export type RobotMode =
  | 'accepts'
  | 'is busy'
  | 'says too fast'
  | 'answers 429'
  | 'knows no such robot'
  | 'redirects'
  | 'is silent'
  | 'closes the connection'
  | 'takes the message and never says so';

/** A server of a test's own in the place of a maker's: what it has taken, and a way to make it misbehave. */
export interface RobotServer {
  url: string;
  mode: RobotMode;
  /** Messages taken, also those whose sender was not told; `at` by the clock of the test. */
  taken: { address: string; content: string; at: number }[];
  /** Requests at the place a redirect leads to. */
  led: number;
  now: () => number;
  close(): Promise<void>;
}

/** Starts it on a free port of this machine. */
export async function startRobotServer(): Promise<RobotServer> {
  const state: Omit<RobotServer, 'url' | 'close'> = { mode: 'accepts', taken: [], led: 0, now: () => 0 };
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      if (request.url === '/elsewhere') state.led += 1;
      const { text } = JSON.parse(Buffer.concat(pieces).toString('utf8') || '{}') as {
        text?: { content: string };
      };
      if (state.mode === 'accepts' || state.mode === 'takes the message and never says so')
        state.taken.push({ address: request.url ?? '', content: text?.content ?? '', at: state.now() });
      answer(state.mode, request.url ?? '', response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

function answer(mode: RobotMode, address: string, response: ServerResponse): void {
  if (mode === 'is silent' || mode === 'takes the message and never says so') return;
  if (mode === 'closes the connection') {
    response.destroy();
    return;
  }
  const [status, errcode] = ANSWERS[mode];
  const headers = mode === 'redirects' ? { location: '/elsewhere' } : {};
  // Servers repeat what they were asked, the key too.
  response.writeHead(status, headers).end(JSON.stringify({ errcode, errmsg: `for ${address}` }));
}

const ANSWERS: Record<
  Exclude<RobotMode, 'is silent' | 'closes the connection' | 'takes the message and never says so'>,
  [number, number]
> = {
  accepts: [200, 0],
  'is busy': [200, -1],
  'says too fast': [200, 45009],
  'answers 429': [429, 0],
  'knows no such robot': [200, 93000],
  redirects: [302, 0],
};
