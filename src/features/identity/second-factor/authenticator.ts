import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { isTimeCode } from '../../../domain/access/second-factor.js';

/** RFC 6238 as every authenticator app knows it. */
const RULES = { issuer: '法治调度', algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Phones run a little early or late, and typing takes time. */
const STEPS_ASIDE = 1;
const SECRET_BYTES = 20;

/** The arithmetic of authenticators: secrets, the address that a phone scans, and which half minute a code belongs to. */
@Injectable()
export class Authenticator {
  newSecret(): string {
    return new Secret({ buffer: new Uint8Array(randomBytes(SECRET_BYTES)).buffer }).base32;
  }

  /** The `otpauth://` address of a secret. */
  address(secret: string, username: string): string {
    return new TOTP({ ...RULES, label: username, secret: Secret.fromBase32(secret) }).toString();
  }

  /** The number of the half minute whose code this is; null when it is none around now. */
  stepOf(code: string, secret: string, now: number): number | null {
    if (!isTimeCode(code)) return null;
    const totp = new TOTP({ ...RULES, secret: Secret.fromBase32(secret) });
    const aside = totp.validate({ token: code, timestamp: now, window: STEPS_ASIDE });
    return aside === null ? null : TOTP.counter({ period: RULES.period, timestamp: now }) + aside;
  }
}
