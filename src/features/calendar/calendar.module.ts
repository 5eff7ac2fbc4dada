import { Module } from '@nestjs/common';
import { CalendarReader } from './calendar.reader.js';
import { CalendarSeed } from './calendar-seed.js';
import { CalendarStore } from './calendar.store.js';
import { CycleReader } from './cycle.reader.js';

/** Published working days and the days of the monthly cycle. */
@Module({
  providers: [CalendarStore, CalendarSeed, CalendarReader, CycleReader],
  exports: [CalendarReader, CycleReader],
})
export class CalendarModule {}
