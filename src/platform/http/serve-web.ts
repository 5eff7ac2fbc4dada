import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Where the build lays the page: beside the compiled service, so it is missing while the sources run. */
const BUILT_WEB = fileURLToPath(new URL('../../web', import.meta.url));
/** The build leaves this where a nonce belongs; see web/vite.config.ts. */
const NONCE_PLACE = '__CSP_NONCE__';
const NOT_A_PAGE = /^\/(api|health|metrics)(\/|$)/;
/** A script of a former build must be missing, not be answered with the page. */
const HASHED = /^\/assets\//;

/**
 * Serves the web page: built files as they lie there, compressed beforehand, and the page itself for every other address
 * a browser opens. Says so where the page was not built; the interface is answered all the same.
 */
export async function serveWeb(
  app: NestFastifyApplication,
  say: (line: string) => void,
  folder: string = BUILT_WEB,
): Promise<void> {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return say('没有已构建的网页（dist/web），本次只提供接口。');
  const template = readFileSync(page, 'utf8');
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await fastify.register(fastifyStatic, {
    root: folder,
    serve: false,
    preCompressed: true,
    cacheControl: false,
  });
  fastify.get('/*', async (request, reply) => {
    const path = decodedPath(request.url);
    if (path === null || NOT_A_PAGE.test(path)) return reply.callNotFound();
    if (isFileOf(folder, path)) return sendBuilt(reply, path);
    if (HASHED.test(path) || !asksForPage(request)) return reply.callNotFound();
    return sendPage(reply, template);
  });
}

/** Files named after their content never change; the few others are asked for anew each time. */
function sendBuilt(reply: FastifyReply, path: string): FastifyReply {
  void reply.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
  return reply.sendFile(path.slice(1));
}

function sendPage(reply: FastifyReply, template: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  return reply
    .headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': pagePolicy(nonce) })
    .send(template.replaceAll(NONCE_PLACE, nonce));
}

/**
 * Scripts come from this service alone; styles too, and those that antd makes while running carry the nonce of this one
 * answer. Pictures and papers that the page has fetched itself are shown from blob: addresses.
 */
function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

function asksForPage({ headers }: FastifyRequest): boolean {
  return (headers.accept ?? '').includes('text/html');
}

/** The path without the question; null when it cannot be decoded or tries to climb. */
function decodedPath(url: string): string | null {
  try {
    const path = decodeURIComponent(url.split('?', 1)[0] ?? '/');
    return path.includes('..') || path.includes('\\') || path.includes('\0') ? null : path;
  } catch {
    return null;
  }
}

/** Whether the build made a file of this name; the page itself and compressed copies are not asked for by name. */
function isFileOf(folder: string, path: string): boolean {
  if (path === '/' || path === '/index.html' || /\.(br|gz)$/.test(path)) return false;
  return /\.[a-z0-9]+$/.test(path) && existsSync(join(folder, path));
}
