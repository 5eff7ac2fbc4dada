import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Settings } from '../platform/config/settings.js';
import { newId } from '../platform/database/id.js';
import { answerUnreadable, harden } from '../platform/http/http-hardening.js';
import { serveWeb } from '../platform/http/serve-web.js';
import { acceptUploads } from '../platform/http/upload.js';
import { Logger } from '../platform/log/logger.js';
import { AppModule } from './app.module.js';
import { describeApi } from './describe-api.js';
import { QUIET_START } from './start-context.js';

/** Largest JSON body; files have a limit of their own. */
const BODY_LIMIT = 1024 * 1024;

/** Builds the service with the given settings, ready to listen or to be asked by `inject`; opens and migrates its database. */
export async function createApp(settings: Settings): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: () => newId(),
    frameworkErrors: answerUnreadable(settings),
    trustProxy: settings.DIAODU_PROXIES?.split(',') ?? false,
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.for(settings), adapter, QUIET_START);
  app.useLogger(app.get(Logger));
  app.flushLogs();
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
  await app.register(cookie);
  harden(app, settings);
  await acceptUploads(app);
  describeApi(app);
  await serveWeb(app, (line) => app.get(Logger).log(line));
  app.enableShutdownHooks();
  return app;
}
