import 'reflect-metadata';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Database } from '../src/platform/database/database.js';

/**
 * Loads a file of the built product, typed by its source: what is measured is what users run, and the compiler that
 * the bench itself runs under has no part in the figures. Takes the path below `dist`.
 */
export async function built<Module>(path: string): Promise<Module> {
  return (await import(new URL(`../dist/${path}`, import.meta.url).href)) as Module;
}

/** The built product without its server, opened on the database the child's environment names. */
export async function openProduct(): Promise<INestApplicationContext> {
  const { loadSettings } = await built<typeof import('../src/platform/config/load-settings.js')>(
    'platform/config/load-settings.js',
  );
  const { AppModule } = await built<typeof import('../src/app/app.module.js')>('app/app.module.js');
  return NestFactory.createApplicationContext(AppModule.for(loadSettings()), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
}

/** The built product's database alone, migrated; for filling it. */
export async function openBuiltDatabase(): Promise<Database> {
  const { loadSettings } = await built<typeof import('../src/platform/config/load-settings.js')>(
    'platform/config/load-settings.js',
  );
  const { persistence } = await built<typeof import('../src/app/persistence.js')>('app/persistence.js');
  const { openDatabase } = await built<typeof import('../src/platform/database/open-database.js')>(
    'platform/database/open-database.js',
  );
  return openDatabase(loadSettings(), persistence);
}

/** A part of the opened product, by the class of the built file. */
export async function part<T>(app: INestApplicationContext, path: string, name: string): Promise<T> {
  const classes = await built<Record<string, Type<T>>>(path);
  const found = classes[name];
  if (!found) throw new Error(`${path} holds no ${name}`);
  return app.get(found, { strict: false });
}
