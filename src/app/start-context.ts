import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Settings } from '../platform/config/settings.js';
import { Logger } from '../platform/log/logger.js';
import { AppModule } from './app.module.js';

/** What the program says of a failed start is its own sentence, not a framework's stack beside it. */
export const QUIET_START = { bufferLogs: true, autoFlushLogs: false, abortOnError: false } as const;

/** Starts the program's parts without a server; throws what kept it from starting and has logged nothing then. */
export async function startContext(settings: Settings): Promise<INestApplicationContext> {
  const context = await NestFactory.createApplicationContext(AppModule.for(settings), QUIET_START);
  context.useLogger(context.get(Logger));
  context.flushLogs();
  return context;
}
