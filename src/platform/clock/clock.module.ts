import { Global, Module } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { Database } from '../database/database.js';
import { Clock } from './clock.js';
import { OfficeClock } from './office-clock.js';
import { OfficeDay } from './office-day.js';

@Global()
@Module({
  providers: [
    {
      provide: OfficeClock,
      inject: [Settings],
      useFactory: (settings: Settings) => new OfficeClock(settings.DIAODU_ZONE),
    },
    { provide: Clock, useExisting: OfficeClock },
    {
      provide: OfficeDay,
      inject: [Database, OfficeClock],
      useFactory: async (db: Database, clock: OfficeClock) => {
        const officeDay = new OfficeDay(db, clock);
        await officeDay.refresh();
        return officeDay;
      },
    },
  ],
  exports: [Clock, OfficeClock, OfficeDay],
})
export class ClockModule {}
