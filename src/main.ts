import 'reflect-metadata';
import { announce, warnOfDatabase } from './app/announce.js';
import { createApp } from './app/create-app.js';
import { runProgram } from './app/run-program.js';
import { loadSettings } from './platform/config/load-settings.js';
import { ProcessHeart } from './platform/jobs/process-heart.js';
import { Ticker } from './platform/jobs/ticker.js';

async function main(): Promise<void> {
  const settings = loadSettings();
  const app = await createApp(settings);
  await app.listen(settings.PORT, settings.HOST);
  process.stderr.write(`法治调度已启动：${await app.getUrl()}\n`);
  await announce(app, settings);
  await warnOfDatabase(app);
  await app.get(ProcessHeart).begin('APP');
  if (settings.DIAODU_JOBS === 'on') await app.get(Ticker).begin();
}

await runProgram(main);
