import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A fresh secret of 256 bits for a cookie or a one-time word. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret: enough to know it again, useless to whoever reads the table. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Whether a secret is the one whose hash is kept. Hashes are compared, so that the time it takes tells nothing of either. */
export function isSecretOf(hash: string, secret: string): boolean {
  return timingSafeEqual(Buffer.from(tokenHash(secret)), Buffer.from(hash));
}

/** Letters and digits that are not mistaken for one another when read aloud or from paper. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A random code of ten letters and digits, about 49 bits, to be kept on paper and typed once. */
export function readableCode(): string {
  const half = (): string => [...randomBytes(5)].map((byte) => READABLE[byte % READABLE.length]).join('');
  return `${half()}-${half()}`.toUpperCase();
}

/** A random password a person can type: three groups of letters and digits, about 70 bits, of every kind the rules ask for. */
export function readablePassword(): string {
  const group = (): string => [...randomBytes(5)].map((byte) => READABLE[byte % READABLE.length]).join('');
  const capital = 'ABCDEFGHJKMNPQRSTUVWXYZ'[randomBytes(1).readUInt8() % 23];
  const digit = String((randomBytes(1).readUInt8() % 8) + 2);
  return `${capital}${group()}-${group()}-${group()}${digit}`;
}
