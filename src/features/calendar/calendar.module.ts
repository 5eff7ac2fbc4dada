import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller.js';
import { CalendarReader } from './calendar.reader.js';
import { CalendarSeed } from './calendar-seed.js';
import { CalendarService } from './calendar.service.js';
import { CalendarStore } from './calendar.store.js';
import { CalendarViewService } from './calendar-view.service.js';
import { CycleReader } from './cycle.reader.js';

/** Published working days and the days of the monthly cycle. */
@Module({
  controllers: [CalendarController],
  providers: [CalendarStore, CalendarSeed, CalendarService, CalendarViewService, CalendarReader, CycleReader],
  exports: [CalendarReader, CycleReader, CalendarService],
})
export class CalendarModule {}
