import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../../domain/refusal.js';
import { LOOPBACK, type Settings } from '../config/settings.js';
import { sendProblem } from './problem.filter.js';
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

/** Browsers that came by https once do not come by http again. */
const HSTS = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };

/** Headers of every answer. */
function answerHeaders(settings: Settings): Record<string, string> {
  return settings.DIAODU_TLS === 'ON' ? { ...HEADERS, ...HSTS } : HEADERS;
}

const READS = new Set(['GET', 'HEAD']);
/** What a form on any page can send without asking; the framework would read it like JSON. */
const FORM = /^\s*application\/x-www-form-urlencoded/i;

/**
 * What every request meets before any route: only the office's own host names are answered (a foreign page could
 * otherwise reach us by rebinding its name), other sites may not send anything, and bodies nested too deep are refused.
 */
export function harden(app: NestFastifyApplication, settings: Settings): void {
  const hosts = new Set([...LOOPBACK, '[::1]', ...(settings.DIAODU_HOSTS?.toLowerCase().split(',') ?? [])]);
  const headers = answerHeaders(settings);
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers(headers);
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    if (!hosts.has(host)) {
      throw refused('HOST_NOT_KNOWN', '不能以这个主机名访问；请系统管理员将其加入设置 DIAODU_HOSTS。');
    }
    if (!READS.has(request.method) && fromElsewhere(request)) {
      throw refused('CROSS_SITE_REQUEST', '不接受其他网站发来的请求。');
    }
    if (FORM.test(request.headers['content-type'] ?? '')) throw new UnsupportedMediaTypeException();
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

/** Answers an address that cannot even be decoded; the framework does so before any hook, and in words of its own. */
export function answerUnreadable(settings: Settings) {
  return (error: FastifyError, _: FastifyRequest, reply: FastifyReply): void =>
    sendProblem(reply.headers(answerHeaders(settings)), error);
}

function refused(code: string, message: string): DomainError {
  return new DomainError('FORBIDDEN', code, message);
}

/** Browsers say where a request comes from; older ones only name the origin. Tools that say neither are let in. */
function fromElsewhere({ headers, protocol }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return true;
  const { origin } = headers;
  return origin !== undefined && origin !== `${protocol}://${headers.host ?? ''}`;
}
