import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { join } from 'node:path';
import { Clock } from '../clock/clock.js';
import { OfficeDay } from '../clock/office-day.js';
import { Settings } from '../config/settings.js';
import { FileMailer } from './file-mailer.js';
import { Mailer } from './mailer.js';
import { OfficeMailer } from './office-mailer.js';
import { FileRobots, OfficeRobots } from './robots/file-robots.js';
import { HttpRobots } from './robots/http-robots.js';
import { Robots } from './robots/robot.js';
import { SmtpMailer } from './smtp-mailer.js';

/** The connection to the mail server, if one is set; null otherwise. */
const SERVER = Symbol('mail server');

@Module({
  providers: [
    {
      provide: SERVER,
      inject: [Settings],
      useFactory: (s: Settings) =>
        new MailServer(s.DIAODU_SMTP_URL ? new SmtpMailer(s.DIAODU_SMTP_URL, s.DIAODU_MAIL_FROM) : null),
    },
    {
      provide: Mailer,
      inject: [Settings, OfficeDay, SERVER],
      useFactory: (s: Settings, officeDay: OfficeDay, server: MailServer) =>
        new OfficeMailer(
          server.mailer,
          new FileMailer(join(s.DIAODU_DATA_DIR, 'mail'), s.DIAODU_MAIL_FROM),
          () => officeDay.isDemonstration(),
        ),
    },
    {
      provide: Robots,
      inject: [Settings, OfficeDay, Clock],
      useFactory: (s: Settings, officeDay: OfficeDay, clock: Clock) =>
        new OfficeRobots(
          new HttpRobots(() => clock.now()),
          new FileRobots(join(s.DIAODU_DATA_DIR, 'robot')),
          () => officeDay.isDemonstration(),
        ),
    },
  ],
  exports: [Mailer, Robots],
})
export class NotifyModule {}

/** Lets the server's connections go when the program ends. */
class MailServer implements OnApplicationShutdown {
  constructor(readonly mailer: SmtpMailer | null) {}

  onApplicationShutdown(): void {
    this.mailer?.close();
  }
}
