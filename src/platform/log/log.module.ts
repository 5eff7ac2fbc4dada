import { Global, Module } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { Logger } from './logger.js';

@Global()
@Module({
  providers: [
    { provide: Logger, inject: [Settings], useFactory: (s: Settings) => new Logger(s.DIAODU_LOG_LEVEL) },
  ],
  exports: [Logger],
})
export class LogModule {}
