import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What a download link is good for, by whom, and until when (milliseconds). */
export interface Access {
  evidenceId: string;
  /** Who may use it, in a text that differs for everybody else. */
  holder: string;
  expiresAt: number;
}

const ID_BYTES = 16;
const TIME_BYTES = 6;
const TOKEN = /^([\w-]{30})\.([\w-]{43})$/;

/**
 * Makes and reads the tokens of download links. Nothing is stored: the token names file and end, and is signed together
 * with who may use it. Its key is drawn from the key that seals the audit chain and serves for nothing else.
 */
export class AccessKey {
  private readonly key: Buffer;

  constructor(master: Buffer) {
    this.key = Buffer.from(hkdfSync('sha256', master, '', 'diaodu evidence access', 32));
  }

  /** Text for an address: 16 bytes of id, 6 of time, and the signature. */
  sign(access: Access): string {
    const head = Buffer.alloc(ID_BYTES + TIME_BYTES);
    Buffer.from(access.evidenceId.replaceAll('-', ''), 'hex').copy(head);
    head.writeUIntBE(access.expiresAt, ID_BYTES, TIME_BYTES);
    const text = head.toString('base64url');
    return `${text}.${this.signature(text, access.holder)}`;
  }

  /** What a token says, or null when it was not made here, not for this holder, or has expired. */
  read(token: string, holder: string, now: number): Access | null {
    const [, text, signature] = TOKEN.exec(token) ?? [];
    if (text === undefined || signature === undefined) return null;
    const expected = Buffer.from(this.signature(text, holder));
    if (!timingSafeEqual(expected, Buffer.from(signature))) return null;
    const head = Buffer.from(text, 'base64url');
    const expiresAt = head.readUIntBE(ID_BYTES, TIME_BYTES);
    return now < expiresAt
      ? { evidenceId: uuidOf(head.toString('hex', 0, ID_BYTES)), holder, expiresAt }
      : null;
  }

  private signature(text: string, holder: string): string {
    return createHmac('sha256', this.key).update(`${text}\n${holder}`).digest('base64url');
  }
}

function uuidOf(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
