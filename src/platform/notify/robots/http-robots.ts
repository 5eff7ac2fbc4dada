import { createHmac } from 'node:crypto';
import { readAnswer } from './robot-answer.js';
import { RobotError, Robots, type RobotKey, type RobotKind, type RobotMessage } from './robot.js';
import { robotText } from './robot-text.js';

/** The only places messages are ever sent to; no setting and no record changes them. */
const SERVERS: Readonly<Record<RobotKind, string>> = {
  WECOM: 'https://qyapi.weixin.qq.com',
  DINGTALK: 'https://oapi.dingtalk.com',
};

const PATHS: Readonly<Record<RobotKind, string>> = {
  WECOM: '/cgi-bin/webhook/send',
  DINGTALK: '/robot/send',
};

const LONGEST_MS = 10_000;

/** Sends through the makers' servers. Tests give a server of their own; the program never does. */
export class HttpRobots extends Robots {
  constructor(
    private readonly now: () => number,
    private readonly servers: Readonly<Record<RobotKind, string>> = SERVERS,
    private readonly longestMs: number = LONGEST_MS,
  ) {
    super();
  }

  async send(to: RobotKey, { messageId, text }: RobotMessage): Promise<void> {
    const content = robotText(to.kind, text, messageId);
    const refused = await this.post(to, JSON.stringify({ msgtype: 'text', text: { content } }));
    if (refused) throw new RobotError(withoutKey(refused.message, to), refused.fault);
  }

  private async post(to: RobotKey, body: string): Promise<RobotError | null> {
    try {
      const answer = await fetch(addressOf(to, this.servers[to.kind], this.now()), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(this.longestMs),
      });
      return readAnswer(to.kind, answer.status, await answer.text());
    } catch (error) {
      return new RobotError(wordsOf(error), 'LATER');
    }
  }
}

/** Exported for the spec of the signature. HMAC-SHA256 over "time, line feed, secret" with the secret, as base64 (钉钉 加签). */
export function addressOf({ kind, key, secret }: RobotKey, server: string, now: number): URL {
  const address = new URL(PATHS[kind], server);
  address.searchParams.set(kind === 'WECOM' ? 'key' : 'access_token', key);
  if (kind === 'DINGTALK' && secret !== null) {
    const sign = createHmac('sha256', secret).update(`${now}\n${secret}`).digest('base64');
    address.searchParams.set('timestamp', String(now));
    address.searchParams.set('sign', sign);
  }
  return address;
}

/** The library's message, and the code of what lies below it. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause as { code?: string; message?: string } | undefined;
  return [error.message, cause?.code ?? cause?.message].filter(Boolean).join(' ').slice(0, 300);
}

/** Servers repeat what they were asked; the key must not get into tables and logs that way. */
function withoutKey(words: string, { key, secret }: RobotKey): string {
  return [key, secret].reduce((text: string, part) => (part ? text.replaceAll(part, '***') : text), words);
}
