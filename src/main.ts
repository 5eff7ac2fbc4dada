import 'reflect-metadata';
import { announce } from './app/announce.js';
import { createApp } from './app/create-app.js';
import { DomainError } from './domain/refusal.js';
import { loadSettings, SettingsError } from './platform/config/load-settings.js';
import { Ticker } from './platform/jobs/ticker.js';

/** Wrong settings end the start like wrong use of a command. */
const USAGE_EXIT = 2;
/** Data that may not be opened, such as half restored ones; the sentence says what to do. */
const REFUSED_EXIT = 1;

async function main(): Promise<void> {
  const settings = loadSettings();
  const app = await createApp(settings);
  await app.listen(settings.PORT, settings.HOST);
  process.stderr.write(`法治调度已启动：${await app.getUrl()}\n`);
  await announce(app, settings);
  if (settings.DIAODU_JOBS === 'on') await app.get(Ticker).begin();
}

try {
  await main();
} catch (error) {
  if (!(error instanceof SettingsError || error instanceof DomainError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(error instanceof SettingsError ? USAGE_EXIT : REFUSED_EXIT);
}
