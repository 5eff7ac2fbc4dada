import type { Day } from '../../../domain/calendar/day.js';
import type { WorkingCalendar } from '../../../domain/calendar/working-calendar.js';
import type { DepartmentRegister } from '../../../domain/phrases/department-register.js';
import type { ColumnMapping } from './find-header.js';

/** What the rows of a file are read against. */
export interface LedgerContext {
  /** The plan year. */
  year: number;
  /** Issue date given by the user; beats the one in the heading. */
  issuedOn?: Day | null;
  register: DepartmentRegister;
  calendar?: WorkingCalendar;
  /** The user's own reading of columns. */
  mapping?: ColumnMapping;
}

/** The same for one row: whether the table has a column for leads. */
export interface RowContext extends LedgerContext {
  leadColumnExists: boolean;
}
