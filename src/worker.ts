import 'reflect-metadata';
import { warnOfDatabase } from './app/announce.js';
import { runProgram } from './app/run-program.js';
import { startContext } from './app/start-context.js';
import { loadSettings, SettingsError } from './platform/config/load-settings.js';
import { ProcessHeart } from './platform/jobs/process-heart.js';
import { Ticker } from './platform/jobs/ticker.js';

/** Works the schedule, the events and the mails, and answers nobody: it listens on no port. */
async function main(): Promise<void> {
  const settings = loadSettings();
  if (settings.DIAODU_JOBS === 'off') {
    throw new SettingsError(['DIAODU_JOBS：办理进程（worker）不能设为 off，请改为 on 或者不设']);
  }
  const context = await startContext(settings);
  context.enableShutdownHooks();
  process.stderr.write('法治调度办理进程已启动。\n');
  await warnOfDatabase(context);
  await context.get(ProcessHeart).begin('WORKER');
  await context.get(Ticker).begin();
}

await runProgram(main);
