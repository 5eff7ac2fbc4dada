import type { IncomingHttpHeaders } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { DomainError } from '../../domain/refusal.js';
import { depthExceeds, unsafeText } from './request-content.js';

const MAX_DEPTH = 20;
const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/**
 * What every request meets before any route: only a loopback host name is answered (a foreign page could otherwise
 * reach us by rebinding its name), other sites may not send anything, and bodies nested too deep are refused.
 */
export function harden(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers(HEADERS);
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    if (!['127.0.0.1', 'localhost', '[::1]'].includes(host))
      throw refused('HOST_NOT_LOOPBACK', '只接受本机访问。');
    if (request.method !== 'GET' && fromElsewhere(request.headers)) {
      throw refused('CROSS_SITE_REQUEST', '不接受其他网站发来的请求。');
    }
  });
  fastify.addHook('preValidation', async (request) => {
    if (depthExceeds(request.body, MAX_DEPTH)) {
      throw new DomainError('INVALID', 'BODY_TOO_DEEP', `请求内容嵌套超过 ${MAX_DEPTH} 层。`);
    }
    if ([request.body, request.query, request.params].some((part) => unsafeText(part) !== null)) {
      throw new DomainError(
        'INVALID',
        'TEXT_UNSAFE',
        '请求的文字中含有无法保存的字符（空字符、非字符或残缺的代理对）。',
      );
    }
  });
}

function refused(code: string, message: string): DomainError {
  return new DomainError('FORBIDDEN', code, message);
}

/** Browsers say where a request comes from; older ones only name the origin. Tools that say neither are let in. */
function fromElsewhere(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return true;
  const { origin } = headers;
  return origin !== undefined && origin !== `http://${headers.host ?? ''}`;
}
