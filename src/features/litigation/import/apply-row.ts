import type { Day } from '../../../domain/calendar/day.js';
import type { AttendanceForm, CourtCase, Hearing, Instance, Party } from '../../../domain/rate/court-case.js';
import { hearingOf, instanceOf, seatOf } from '../../../domain/rate/deeds/edit-case.js';
import { recordRulings, returnForm } from '../../../domain/rate/deeds/keep-appearance.js';
import {
  addInstance,
  closeInstance,
  correctInstance,
  registerCase,
} from '../../../domain/rate/deeds/keep-case.js';
import { recordNotice, scheduleHearing } from '../../../domain/rate/deeds/keep-hearing.js';
import { DomainError } from '../../../domain/refusal.js';
import type { CaseColumn } from './case-columns.js';
import type { CaseRow, RowAttendance } from './case-row.js'; // prettier-ignore

/** What a row is laid onto: the day, new ids, and what departments are called. */
export interface RowGround {
  readonly today: Day;
  readonly newId: () => string;
  readonly nameOf: (code: string) => string;
}

/** A row that cannot be laid onto the register, with the column to look at. */
export class RowRefused extends Error {
  constructor(
    readonly field: CaseColumn,
    message: string,
  ) {
    super(message);
  }
}

/** The note of a form that comes from a list. */
const FROM_LIST = '据导入名单登记';

/**
 * Lays a row onto a case, or makes the case: adds what the register lacks and never changes what stands there, so the same
 * list a second time changes nothing. Gives the case and remarks where list and register differ. Refuses (RowRefused).
 */
export function applyRow(before: CourtCase | null, row: CaseRow, ground: RowGround): { after: CourtCase; remarks: string[] } {
  const remarks: string[] = [];
  let after = step('number', () => withInstanceOf(before, row, ground));
  const id = instanceNumbered(after, row.number)?.id ?? '';
  after = step('defendant', () => withParties(after, id, row, ground));
  const { hearing } = row;
  if (hearing) {
    after = step('day', () => withHearingOn(after, id, { ...hearing, newId: ground.newId }));
    const found = hearingOn(instanceOf(after, id), hearing.day, hearing.time);
    for (const department of row.defendants) {
      after = step('noticed', () => withNotice(after, found, department, row));
      after = step('appeared', () => withForm(after, { found, department, ground, remarks }, row.attendance));
    }
  }
  after = step('closedOn', () => withClosing(after, id, row, ground, remarks));
  return { after, remarks };
} // prettier-ignore

/** A refusal of a deed is told of the cell that asked for it. */
function step<T>(field: CaseColumn, deed: () => T): T {
  try {
    return deed();
  } catch (error) {
    if (error instanceof DomainError) throw new RowRefused(field, error.message);
    throw error;
  }
}

function instanceNumbered(courtCase: CourtCase | null, number: string): Instance | undefined {
  return courtCase?.instances.find((one) => one.number === number);
}

function withInstanceOf(before: CourtCase | null, row: CaseRow, ground: RowGround): CourtCase {
  if (before && instanceNumbered(before, row.number)) return before;
  const filing = {
    level: row.level,
    number: row.number,
    court: required(row.court, 'court'),
    filedOn: required(row.filedOn, 'filedOn'),
    parties: row.defendants.map((department) => partyOf(department, row, ground)),
  };
  if (before) return addInstance(before, ground.newId(), filing);
  const { register, actSued } = row;
  const plaintiff = required(row.plaintiff, 'plaintiff');
  const cause = required(row.cause, 'cause');
  const publicInterest = plaintiff.endsWith('人民检察院');
  return registerCase(ground.newId(), { register, plaintiff, cause, actSued, publicInterest }, ground.newId(), filing);
} // prettier-ignore

function required<T>(value: T | null, field: CaseColumn): T {
  if (value === null) throw new RowRefused(field, '首次登记这个案号，应当填写。');
  return value;
}

function partyOf(department: string, { role }: CaseRow, { nameOf }: RowGround): Party {
  return { department, name: nameOf(department), role, designation: null };
}

function withParties(courtCase: CourtCase, id: string, row: CaseRow, ground: RowGround): CourtCase {
  const { parties } = instanceOf(courtCase, id);
  const missing = row.defendants.filter((code) => !parties.some(({ department }) => department === code));
  if (missing.length === 0) return courtCase;
  const added = missing.map((department) => partyOf(department, row, ground));
  return correctInstance(courtCase, id, { parties: [...parties, ...added] });
}

function hearingOn({ hearings }: Instance, day: Day, time: string): Hearing | undefined {
  const sameDay = hearings.filter((one) => one.day === day && one.state !== 'CANCELLED' && one.state !== 'RESCHEDULED');
  return sameDay.find((one) => one.time === time) ?? (sameDay.length === 1 || time === '' ? sameDay[0] : undefined);
} // prettier-ignore

function withHearingOn(
  courtCase: CourtCase,
  id: string,
  { day, time, room, newId }: NonNullable<CaseRow['hearing']> & Pick<RowGround, 'newId'>,
): CourtCase {
  if (hearingOn(instanceOf(courtCase, id), day, time)) return courtCase;
  const plan = { day, time, room, kind: 'TRIAL' as const, online: false, sitting: null };
  return scheduleHearing(courtCase, id, newId(), plan);
}

function withNotice(courtCase: CourtCase, found: Hearing | undefined, department: string, { notice }: CaseRow): CourtCase {
  if (!found || !notice || found.notices.some((one) => one.department === department)) return courtCase;
  return recordNotice(courtCase, found.id, { ...notice, department, reason: 'OTHER' });
} // prettier-ignore

interface FormGround {
  found: Hearing | undefined;
  department: string;
  ground: RowGround;
  remarks: string[];
}

function withForm(courtCase: CourtCase, { found, department, ground, remarks }: FormGround, told: RowAttendance | null): CourtCase {
  if (!found || !told) return courtCase;
  const { today } = ground;
  const known = seatOf(hearingOf(courtCase, found.id).hearing, department).form;
  if (known) {
    remarks.push(...formRemarks(known, told));
    return courtCase;
  }
  const deed = { hearingId: found.id, department, today };
  const { official, staff, lawyers, absence, absenceAccepted } = told;
  const voice = told.spoke ? (['STATEMENT'] as const) : [];
  const wish = { official, staff, lawyers, voice, absence, leftWithoutPermission: false, refusedToExplain: false, note: FROM_LIST };
  const after = returnForm(courtCase, deed, wish, { office: true, reason: '' });
  return absenceAccepted === null ? after : recordRulings(after, deed, { absenceAccepted });
} // prettier-ignore

function formRemarks(known: AttendanceForm, told: RowAttendance): string[] {
  if (known.official?.name === told.official?.name) return [];
  const standing = known.official ? `${known.official.name}出庭` : '负责人未出庭';
  return [`台账已登记${standing}，与名单不同，未改动；确有错误的，请在案件中更正。`];
}

function withClosing(courtCase: CourtCase, id: string, { closing, level }: CaseRow, { today }: RowGround, remarks: string[]): CourtCase {
  if (!closing) return courtCase;
  const instance = instanceOf(courtCase, id);
  if (instance.closedOn !== null) {
    const differs = instance.closedOn !== closing.closedOn || instance.outcome !== closing.outcome;
    if (differs) remarks.push(`台账已登记 ${instance.closedOn} 结案，与名单不同，未改动。`);
    return courtCase;
  }
  const heard = instance.hearings.some(({ kind, state }) => kind === 'TRIAL' && state === 'HELD');
  const writtenTrial = level !== 'FIRST' && !heard && closing.outcome !== 'WITHDRAWN';
  return closeInstance(courtCase, id, { ...closing, writtenTrial, disputeResolved: null }, today);
} // prettier-ignore
