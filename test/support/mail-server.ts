import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** How the office's mail server misbehaves. */
export type MailMode =
  | 'accepts'
  | 'refuses the greeting'
  | 'is busy at the recipient'
  | 'fails after the content'
  | 'knows no such recipient'
  | 'refuses the content'
  | 'takes the content and never says so';

/** A mail server of a test's own: what it has taken, and a way to make it misbehave. */
export interface MailServer {
  url: string;
  mode: MailMode;
  /** How long it thinks about a mail before it says that it has taken it, milliseconds. */
  pauseMs: number;
  /** Mails taken, each with its Message-ID, also those whose sender was not told. */
  taken: { messageId: string; to: string; source: string }[];
  close(): Promise<void>;
}

/** Starts it on a free port of this machine. */
export async function startMailServer(): Promise<MailServer> {
  const state: Pick<MailServer, 'mode' | 'pauseMs' | 'taken'> = { mode: 'accepts', pauseMs: 0, taken: [] };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onConnect: (_session, callback) => callback(state.mode === 'refuses the greeting' ? answer(421) : null),
    onRcptTo: (_address, _session, callback) => callback(RECIPIENT[state.mode] ?? null),
    onData: (stream, session, callback) => {
      const { mode } = state;
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        if (mode === 'fails after the content') return callback(answer(451));
        if (mode === 'refuses the content') return callback(answer(554));
        const source = Buffer.concat(pieces).toString('utf8');
        const messageId = /^Message-ID: (.*)$/im.exec(source)?.[1]?.trim() ?? '';
        state.taken.push({ messageId, to: session.envelope.rcptTo.map((to) => to.address).join(), source });
        if (mode === 'takes the content and never says so') return;
        if (state.pauseMs === 0) callback(null);
        else setTimeout(callback, state.pauseMs, null);
      });
    },
  });
  // A client that hangs up is part of the game.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(state, {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

const RECIPIENT: Partial<Record<MailMode, Error>> = {
  'is busy at the recipient': answer(450),
  'knows no such recipient': answer(550),
};

function answer(responseCode: number): Error {
  return Object.assign(new Error('not now'), { responseCode });
}
