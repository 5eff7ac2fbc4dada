import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../config/settings.js';

/** Cookies this program sets; the browser gives them to nobody else and no script can read them. */
export type CookieKind = 'session' | 'device' | 'flow';

/** Browsers keep a prefixed cookie only if it is secure, host-only and for the whole site, so no neighbour can plant it. */
const NAMES = {
  ON: { session: '__Host-diaodu_session', device: '__Host-diaodu_device', flow: '__Host-diaodu_flow' },
  OFF: { session: 'diaodu_session', device: 'diaodu_device', flow: 'diaodu_flow' },
} as const;

/** The cookies of sign-in: named and flagged by whether the office reaches the service by https. */
export class SessionCookies {
  constructor(private readonly settings: Settings) {}

  /** Value of a cookie the request carries; null when there is none. */
  read(request: FastifyRequest, kind: CookieKind): string | null {
    return request.cookies[this.name(kind)] || null;
  }

  /** Sets a cookie; for a session it goes with the browser, for a device it stays for the given seconds. */
  set(reply: FastifyReply, kind: CookieKind, value: string, maxAgeSeconds?: number): void {
    void reply.setCookie(this.name(kind), value, {
      ...this.flags(kind),
      ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
    });
  }

  clear(reply: FastifyReply, kind: CookieKind): void {
    void reply.clearCookie(this.name(kind), this.flags(kind));
  }

  private name(kind: CookieKind): string {
    return NAMES[this.settings.DIAODU_TLS][kind];
  }

  /** That of a sign-in by another service comes back with a browser that the other site sends, and is of no use else. */
  private flags(kind: CookieKind) {
    return {
      path: '/',
      httpOnly: true,
      sameSite: kind === 'flow' ? 'lax' : 'strict',
      secure: this.settings.DIAODU_TLS === 'ON',
    } as const;
  }
}
