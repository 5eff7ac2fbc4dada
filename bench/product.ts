import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../src/app/app.module.js';
import { loadSettings } from '../src/platform/config/load-settings.js';

/** The product without its server, opened on the database that the child's environment names. */
export async function openProduct(): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(AppModule.for(loadSettings()), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
}
