import 'reflect-metadata';
import { persistence } from '../src/app/persistence.js';
import { OfficeClock } from '../src/platform/clock/office-clock.js';
import { OfficeDay } from '../src/platform/clock/office-day.js';
import { loadSettings } from '../src/platform/config/load-settings.js';
import { openDatabase } from '../src/platform/database/open-database.js';
import { CLERK_POST, makeMassData } from '../test/support/mass-data.js';
import { makeMassSession } from '../test/support/mass-session.js';
import { answer } from './child.js';
import { FIRST_ISSUED, LAST_DAY } from './month.js';

// Child: fills an empty database. Words: number of tasks, departments, overdue tasks in ten, and, where the service itself
// is to work the month, the office day: then the ledger is issued in that month, so that no month before it is missed.
const [tasks = 0, departments = 0, overdueInTen = 0] = process.argv.slice(2, 5).map(Number);
const officeDay = process.argv[5];
const settings = loadSettings();
const db = await openDatabase(settings, persistence);
const issuedOn = officeDay === undefined ? {} : { issuedOn: FIRST_ISSUED };
const data = await makeMassData(db, { tasks, departments, lastDay: LAST_DAY, overdueInTen, ...issuedOn });
await makeMassSession(db, CLERK_POST, 'bench');
if (officeDay !== undefined) {
  const day = new OfficeDay(db, new OfficeClock(settings.DIAODU_ZONE));
  await day.declareDemonstration(async () => true);
  await day.hold(officeDay, '10:00');
}
// What a database that has been in use for a while knows about its tables.
await db.unitOfWork.run(() => db.write('ANALYZE'));
await db.close();
answer({ ledgerId: data.ledgerId, overdue: data.overdue });
