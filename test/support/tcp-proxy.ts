import { createConnection, createServer, type Socket } from 'node:net';

/** What becomes of a piece of bytes: passed on, swallowed, or the link is torn at the client, before or after the other side has got it. */
export type Verdict = 'pass' | 'drop' | 'cut' | 'passAndCut';

/** A piece of bytes on its way. */
export interface Passing {
  from: 'client' | 'server';
  bytes: Buffer;
}

/**
 * What the network does: `open` passes all; `silent` passes nothing and tells nobody (a pulled cable, a half-open
 * link); `refuse` resets whoever comes.
 */
export type Weather = 'open' | 'silent' | 'refuse';

/** A small proxy between a program and a server, which fails the way networks fail. */
export class TcpProxy {
  private readonly server = createServer((client) => this.take(client));
  private readonly sockets = new Set<Socket>();
  private judge: (passing: Passing) => Verdict = () => 'pass';
  private weather: Weather = 'open';
  /** Links made since the start. */
  links = 0;

  private constructor(
    private targetPort: number,
    private readonly targetHost: string,
  ) {}

  /** Starts a proxy on a free port of this machine in front of a server. */
  static async before(targetPort: number, targetHost = '127.0.0.1'): Promise<TcpProxy> {
    const proxy = new TcpProxy(targetPort, targetHost);
    await new Promise<void>((resolve, reject) => {
      proxy.server.once('error', reject);
      proxy.server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  /** Where clients connect to. */
  get port(): number {
    const address = this.server.address();
    if (typeof address !== 'object' || !address) throw new Error('the proxy does not listen');
    return address.port;
  }

  /** Has every piece of bytes judged from now on; without a judge all pass. */
  judgeBy(judge: (passing: Passing) => Verdict = () => 'pass'): void {
    this.judge = judge;
  }

  /** Changes the weather for links that are there and for those to come. */
  turn(weather: Weather): void {
    this.weather = weather;
    if (weather === 'refuse') this.resetAll();
  }

  /** Leads whoever comes from now on to another server, as the address of a cluster does after a failover. */
  leadTo(port: number): void {
    this.targetPort = port;
    this.resetAll();
  }

  /** Tears every link that is there, with a reset at both ends. */
  resetAll(): void {
    for (const socket of this.sockets) reset(socket);
  }

  /** Stops; nothing is left open. */
  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private take(client: Socket): void {
    this.links++;
    this.keep(client);
    if (this.weather === 'refuse') return reset(client);
    const server = createConnection(this.targetPort, this.targetHost);
    this.keep(server);
    this.join('client', client, server);
    this.join('server', server, client);
    // Once a client was cut off, what the server still answers goes nowhere.
    client.on('close', () => server.end());
    server.on('close', () => this.weather !== 'silent' && client.end());
  }

  private join(from: Passing['from'], source: Socket, sink: Socket): void {
    const client = from === 'client' ? source : sink;
    source.on('data', (bytes: Buffer) => {
      if (this.weather === 'silent' || sink.destroyed) return;
      const verdict = this.judge({ from, bytes });
      if (verdict === 'pass' || verdict === 'passAndCut') sink.write(bytes);
      if (verdict === 'cut') reset(client);
      // The server must have read the bytes before it learns that nobody waits for the answer.
      if (verdict === 'passAndCut') sink.end(() => reset(client));
    });
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
  }
}

/** Tears a socket with a reset; one that is ending already cannot be reset, and Node would keep it open for ever. */
function reset(socket: Socket): void {
  if (socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}
