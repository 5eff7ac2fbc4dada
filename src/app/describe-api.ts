import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { signInRequired } from '../platform/auth/access.guard.js';
import { SessionCookies } from '../platform/auth/session-cookie.js';
import { SessionGate } from '../platform/auth/session-gate.js';

const DOCS = '/api/docs';

/** The page runs scripts and styles of its own package, from this server; nothing is fetched from anywhere else. */
const DOCS_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/** Name of the cookie that carries the session. */
const SESSION_COOKIE = 'diaodu_session';

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** RFC 9457, with our stable code. */
const PROBLEM = {
  description: '未办理：code 为稳定代码，title 为原因和处理办法',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        properties: {
          type: { type: 'string', description: 'urn:diaodu:problem: 加 code' },
          title: { type: 'string', description: '原因和处理办法' },
          status: { type: 'integer' },
          code: { type: 'string' },
          details: { type: 'object', additionalProperties: true, description: '有关的事项，因 code 而异' },
        },
        required: ['type', 'title', 'status', 'code'],
      },
    },
  },
};

/** Serves the OpenAPI document at /api/openapi.json to everybody, and a page to read it at /api/docs to who has signed in. */
export function describeApi(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith(DOCS)) void reply.header('content-security-policy', DOCS_POLICY);
  });
  const [gate, cookies] = [app.get(SessionGate), app.get(SessionCookies)];
  // Hung on the routes themselves, which the page's package makes: an address written otherwise leads to the same route.
  fastify.addHook('onRoute', (route) => {
    if (route.url.startsWith(DOCS)) route.onRequest = (request: FastifyRequest) => requireSession(request, gate, cookies); // prettier-ignore
  });
  SwaggerModule.setup(DOCS, app, () => apiDocument(app), {
    raw: ['json'],
    jsonDocumentUrl: '/api/openapi.json',
    customSiteTitle: '法治调度 接口说明',
  });
}

async function requireSession(
  request: FastifyRequest,
  gate: SessionGate,
  cookies: SessionCookies,
): Promise<void> {
  const token = cookies.read(request, 'session');
  if (token === null) throw signInRequired('UNKNOWN');
  const opened = await gate.open(token, { address: request.ip, requestId: String(request.id) });
  if (typeof opened === 'string') throw signInRequired(opened);
}

/** The OpenAPI 3.1 document of all routes. */
export function apiDocument(app: NestFastifyApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('法治调度')
    .setDescription('区依法治区办年度重点任务调度接口。错误按 RFC 9457 返回，code 为稳定代码。')
    .setVersion('1')
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie', description: '登录后的会话' }, 'session')
    .addSecurityRequirements('session')
    .build();
  const document = SwaggerModule.createDocument(app, about, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  tellOfProblems(document);
  settleOrderOfWords(document);
  return document;
}

/** Every operation may answer with a problem document; told once, referred to everywhere. */
function tellOfProblems(document: OpenAPIObject): void {
  document.components = { ...document.components, responses: { Problem: PROBLEM } };
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation) operation.responses['default'] = { $ref: '#/components/responses/Problem' };
    }
  }
}

/** The compiler lists the words of a union in the order it met them, which an edit elsewhere changes; here they are sorted. */
function settleOrderOfWords(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'enum' && Array.isArray(value)) Object.assign(node, { enum: value.toSorted(byText) });
    else settleOrderOfWords(value);
  }
}

function byText(one: unknown, other: unknown): number {
  return String(one) < String(other) ? -1 : 1;
}
