import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals small secrets that must be readable again, such as those of authenticators, before they go into the database.
 * Its key follows from the installation's key, so whoever copies the database alone learns nothing.
 */
export class SecretBox {
  private readonly key: Buffer;

  constructor(installationKey: Buffer, purpose: string) {
    this.key = Buffer.from(hkdfSync('sha256', installationKey, Buffer.alloc(0), `diaodu ${purpose}`, 32));
  }

  /** Seals a text for one owner; copied to another's row it opens nothing. */
  seal(text: string, owner: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
  }

  /** The text of what was sealed for this owner; null when the key is another one or the row was touched. */
  open(sealed: string, owner: string): string | null {
    const bytes = Buffer.from(sealed, 'base64');
    const [nonce, rest] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES)];
    try {
      const cipher = createDecipheriv(CIPHER, this.key, nonce).setAAD(Buffer.from(owner));
      cipher.setAuthTag(rest.subarray(0, TAG_BYTES));
      return Buffer.concat([cipher.update(rest.subarray(TAG_BYTES)), cipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  }
}
