import 'reflect-metadata';
import { persistence } from '../src/app/persistence.js';
import { loadSettings } from '../src/platform/config/load-settings.js';
import { openDatabase } from '../src/platform/database/open-database.js';
import { CLERK_POST, makeMassData } from '../test/support/mass-data.js';
import { makeMassSession } from '../test/support/mass-session.js';
import { answer } from './child.js';
import { LAST_DAY } from './month.js';

// Child: fills an empty database. Words: number of tasks, departments, overdue tasks in ten.
const [tasks = 0, departments = 0, overdueInTen = 0] = process.argv.slice(2).map(Number);
const db = await openDatabase(loadSettings(), persistence);
const data = await makeMassData(db, { tasks, departments, lastDay: LAST_DAY, overdueInTen });
await makeMassSession(db, CLERK_POST, 'bench');
// What a database that has been in use for a while knows about its tables.
await db.unitOfWork.run(() => db.write('ANALYZE'));
await db.close();
answer({ ledgerId: data.ledgerId, overdue: data.overdue });
