import 'reflect-metadata';
import { announce, warnOfMissingWall } from './app/announce.js';
import { createApp } from './app/create-app.js';
import { runProgram } from './app/run-program.js';
import { loadSettings } from './platform/config/load-settings.js';
import { Ticker } from './platform/jobs/ticker.js';

async function main(): Promise<void> {
  const settings = loadSettings();
  const app = await createApp(settings);
  await app.listen(settings.PORT, settings.HOST);
  process.stderr.write(`法治调度已启动：${await app.getUrl()}\n`);
  await announce(app, settings);
  await warnOfMissingWall(app);
  if (settings.DIAODU_JOBS === 'on') await app.get(Ticker).begin();
}

await runProgram(main);
