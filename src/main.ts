import 'reflect-metadata';
import { createApp } from './app/create-app.js';
import { loadSettings, SettingsError } from './platform/config/load-settings.js';
import { Ticker } from './platform/jobs/ticker.js';

/** Wrong settings end the start like wrong use of a command. */
const USAGE_EXIT = 2;

async function main(): Promise<void> {
  const settings = loadSettings();
  const app = await createApp(settings);
  await app.listen(settings.PORT, settings.HOST);
  process.stderr.write(
    `法治调度已启动：${await app.getUrl()}（登录功能尚未启用，服务只监听本机回环地址，其他计算机无法访问）\n`,
  );
  await app.get(Ticker).begin();
}

try {
  await main();
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(USAGE_EXIT);
}
