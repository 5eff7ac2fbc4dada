import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app/app.module.js';
import { DomainError } from './domain/refusal.js';
import { loadSettings, SettingsError } from './platform/config/load-settings.js';
import { Ticker } from './platform/jobs/ticker.js';
import { Logger } from './platform/log/logger.js';

/** Wrong settings end the start like wrong use of a command. */
const USAGE_EXIT = 2;
/** Data that may not be opened, such as half restored ones; the sentence says what to do. */
const REFUSED_EXIT = 1;

/** Works the schedule, the events and the mails, and answers nobody: it listens on no port. */
async function main(): Promise<void> {
  const settings = loadSettings();
  if (settings.DIAODU_JOBS === 'off') {
    throw new SettingsError(['DIAODU_JOBS：办理进程（worker）不能设为 off，请改为 on 或者不设']);
  }
  const context = await NestFactory.createApplicationContext(AppModule.for(settings), {
    bufferLogs: true,
    abortOnError: false,
  });
  context.useLogger(context.get(Logger));
  context.flushLogs();
  context.enableShutdownHooks();
  process.stderr.write('法治调度办理进程已启动。\n');
  await context.get(Ticker).begin();
}

try {
  await main();
} catch (error) {
  if (!(error instanceof SettingsError || error instanceof DomainError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(error instanceof SettingsError ? USAGE_EXIT : REFUSED_EXIT);
}
