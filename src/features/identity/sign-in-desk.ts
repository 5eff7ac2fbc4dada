import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionCookies } from '../../platform/auth/session-cookie.js';
import { Settings } from '../../platform/config/settings.js';
import { tlsRequired } from './identity.errors.js';
import type { SignInAttempt } from './sign-in.service.js';
import type { Begun } from './session.service.js';

/** A browser stays known for half a year after its last sign-in. */
const DEVICE_SECONDS = 180 * 86_400;

/** The browser's side of signing in: what a request says of itself and which cookies go back. */
@Injectable()
export class SignInDesk {
  constructor(
    private readonly cookies: SessionCookies,
    private readonly settings: Settings,
  ) {}

  /** Reads an attempt off a request. Refuses plain http where the office has settled on https (TLS_REQUIRED). */
  attempt(
    request: FastifyRequest,
    { username, password, code }: { username: string; password: string; code?: string },
  ): SignInAttempt {
    this.requireSecure(request);
    return {
      username,
      password,
      code: code ?? null,
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? '',
      requestId: String(request.id),
      device: this.cookies.read(request, 'device'),
    };
  }

  /** Refuses a connection over which the browser would drop the secure cookie. */
  requireSecure(request: FastifyRequest): void {
    if (this.settings.DIAODU_TLS === 'ON' && request.protocol !== 'https') throw tlsRequired();
  }

  /** Gives the browser its new session and makes it a known device. */
  admit(reply: FastifyReply, begun: Begun & { device: string }): void {
    this.cookies.set(reply, 'session', begun.token);
    this.cookies.set(reply, 'device', begun.device, DEVICE_SECONDS);
  }

  /** The same session under a new token. */
  keep(reply: FastifyReply, token: string): void {
    this.cookies.set(reply, 'session', token);
  }

  dismiss(reply: FastifyReply): void {
    this.cookies.clear(reply, 'session');
  }
}
