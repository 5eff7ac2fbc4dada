import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { POST_HEADER } from '../platform/auth/access.guard.js';

const DOCS = '/api/docs';

/** The page runs scripts and styles of its own package, from this server; nothing is fetched from anywhere else. */
const DOCS_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/** Serves the OpenAPI document at /api/openapi.json and a page to read it at /api/docs. */
export function describeApi(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith(DOCS)) void reply.header('content-security-policy', DOCS_POLICY);
  });
  SwaggerModule.setup(DOCS, app, () => apiDocument(app), {
    raw: ['json'],
    jsonDocumentUrl: '/api/openapi.json',
    customSiteTitle: '法治调度 接口说明',
  });
}

/** The OpenAPI 3.1 document of all routes. */
export function apiDocument(app: NestFastifyApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('法治调度')
    .setDescription('区依法治区办年度重点任务调度接口。错误按 RFC 9457 返回，code 为稳定代码。')
    .setVersion('1')
    .addApiKey({ type: 'apiKey', in: 'header', name: POST_HEADER, description: '办理岗位代码' }, 'post')
    .addSecurityRequirements('post')
    .build();
  return SwaggerModule.createDocument(app, about, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
}
