import type { Day } from '../../../domain/calendar/day.js';
import type {
  AbsenceReason,
  CaseRegister,
  InstanceLevel,
  Official,
  Outcome,
  PartyRole,
} from '../../../domain/rate/court-case.js';
import { cleanCaseNumber } from '../../../domain/rate/deeds/keep-case.js';
import { DomainError } from '../../../domain/refusal.js';
import type { RawRow } from './read-case-sheet.js';
import { RowReader, type CellProblem } from './row-reader.js';
import { readAbsence, readCount, readDay, readLevel, readOutcome, readRank, readRegister, readRole, readTime, readYes } from './read-cells.js'; // prettier-ignore

/** What a row says of a department's appearance; null where it says nothing. */
export interface RowAttendance {
  readonly official: Official | null;
  readonly spoke: boolean;
  readonly staff: number;
  readonly lawyers: number;
  readonly absence: { readonly reason: AbsenceReason; readonly explanation: string } | null;
  readonly absenceAccepted: boolean | null;
}

/** A row as it is understood. */
export interface CaseRow {
  readonly row: number;
  readonly number: string;
  readonly formerNumber: string | null;
  readonly register: CaseRegister;
  readonly level: InstanceLevel;
  readonly court: string | null;
  /** Not masked yet; it goes into no answer, log or record. */
  readonly plaintiff: string | null;
  readonly defendants: readonly string[];
  readonly role: PartyRole;
  readonly cause: string | null;
  readonly actSued: string;
  readonly filedOn: Day | null;
  readonly hearing: { readonly day: Day; readonly time: string; readonly room: string } | null;
  readonly notice: { readonly servedOn: Day; readonly mandatory: boolean; readonly again: boolean } | null;
  readonly attendance: RowAttendance | null;
  readonly closing: { readonly closedOn: Day; readonly outcome: Outcome } | null;
}

/** Gives the code a name of a department stands for; null where nobody is called so. */
export type FindDepartment = (name: string) => string | null;

const DAY = '请填 2023-05-10 样式的日期';
const YES = '请填“是”或者“否”';

/** Takes a raw row; gives what it says, or what is wrong with it, cell by cell. */
export function readCaseRow(raw: RawRow, find: FindDepartment): { row: CaseRow | null; problems: CellProblem[] } {
  const reader = new RowReader(raw);
  const number = caseNumber(reader, 'number') ?? '';
  const row: CaseRow = {
    row: raw.row,
    number,
    formerNumber: caseNumber(reader, 'formerNumber'),
    ...kindOf(reader, number),
    court: reader.text('court'),
    plaintiff: reader.text('plaintiff'),
    defendants: defendantsOf(reader, find),
    cause: reader.text('cause'),
    actSued: reader.text('actSued') ?? '',
    filedOn: reader.read('filedOn', readDay, DAY),
    hearing: hearingOf(reader),
    notice: noticeOf(reader),
    attendance: attendanceOf(reader),
    closing: closingOf(reader),
  };
  if (row.attendance && reader.text('day') === null) reader.complain('day', '填了出庭情况，应当填写开庭日期');
  if (row.attendance && row.defendants.length > 1) reader.complain('defendant', '填写出庭情况的，请一行只写一个机关');
  return { row: reader.problems.length > 0 ? null : row, problems: reader.problems };
} // prettier-ignore

function kindOf(reader: RowReader, number: string): Pick<CaseRow, 'register' | 'level' | 'role'> {
  const register = reader.read('register', ({ text }) => readRegister(text), '请填行政诉讼、民事诉讼或者行政复议听证');
  const level = reader.read('level', ({ text }) => readLevel(text), '请填一审、二审或者再审');
  const role = reader.read('role', ({ text }) => readRole(text), '请填被告、应当追加而未追加的第三人或者第三人');
  return { register: register ?? 'ADMINISTRATIVE', level: level ?? levelOf(number), role: role ?? 'DEFENDANT' };
} // prettier-ignore

function caseNumber(reader: RowReader, field: 'number' | 'formerNumber'): string | null {
  return reader.read(
    field,
    ({ text }) => {
      try {
        return cleanCaseNumber(text);
      } catch (error) {
        if (error instanceof DomainError) return null;
        throw error;
      }
    },
    '应为“（2023）津0105行初12号”的样式',
  );
}

/** 行终 and 民终 are appeals, 行再, 行申 and 行监 retrials, all else first instances. */
function levelOf(number: string): InstanceLevel {
  if (/终\d/u.test(number)) return 'SECOND';
  return /[再申监]\d/u.test(number) ? 'RETRIAL' : 'FIRST';
}

function defendantsOf(reader: RowReader, find: FindDepartment): string[] {
  const text = reader.text('defendant');
  if (text === null) {
    reader.complain('defendant', '没有填写，请填单位名录中的名称');
    return [];
  }
  return text.split(/[、,，;；\n]/u).flatMap((name) => {
    const code = name.trim() === '' ? null : find(name.trim());
    if (code === null) reader.complain('defendant', `“${name.trim()}”不在单位名录内，请改用名录中的名称，或者先补充别名`);
    return code ?? [];
  });
} // prettier-ignore

function hearingOf(reader: RowReader): CaseRow['hearing'] {
  const day = reader.read('day', readDay, DAY);
  if (day === null) return null;
  const written = reader.text('time') ?? reader.text('day') ?? '';
  return { day, time: readTime(written) ?? '', room: reader.text('room') ?? '' };
}

function noticeOf(reader: RowReader): CaseRow['notice'] {
  const word = reader.text('noticed');
  const noticed = reader.read('noticed', ({ text }) => readYes(text), '请填应当、可以、再次或者否');
  if (noticed !== true) return null;
  const servedOn = reader.read('noticeServedOn', readDay, DAY);
  if (servedOn === null) {
    if (reader.text('noticeServedOn') === null) reader.complain('noticeServedOn', '法院通知了负责人的，请填送达日期（第五条）');
    return null;
  }
  return { servedOn, mandatory: word === '应当', again: word === '再次' };
} // prettier-ignore

function attendanceOf(reader: RowReader): RowAttendance | null {
  const appeared = reader.read('appeared', ({ text }) => readYes(text), YES);
  if (appeared === null) return null;
  const count = (field: 'staff' | 'lawyers') =>
    reader.read(field, ({ text }) => readCount(text), '请填人数') ?? 0;
  const people = { staff: count('staff'), lawyers: count('lawyers') };
  if (!appeared) {
    const word = reader.text('absence');
    const reason = word === null ? null : (readAbsence(word) ?? 'OTHER_JUST_CAUSE');
    const accepted = reader.read('absenceAccepted', ({ text }) => readYes(text), YES);
    const absence = reason && { reason, explanation: word ?? '' };
    return { official: null, spoke: false, ...people, absence, absenceAccepted: absence && accepted };
  }
  const spoke = reader.read('voice', ({ text }) => readYes(text), YES) ?? false;
  return { official: officialOf(reader), spoke, ...people, absence: null, absenceAccepted: null };
}

function officialOf(reader: RowReader): Official | null {
  for (const field of ['official', 'post', 'rank'] as const) {
    if (reader.text(field) === null) reader.complain(field, '负责人出庭的，应当填写（第二条、第六条）');
  }
  const rank = reader.read('rank', ({ text }) => readRank(text), '请填正职、副职、副职级别、其他负责人或者不属于负责人');
  if (rank === null) return null;
  return { name: reader.text('official') ?? '', post: reader.text('post') ?? '', rank, otherAgency: null };
} // prettier-ignore

function closingOf(reader: RowReader): CaseRow['closing'] {
  const closedOn = reader.read('closedOn', readDay, DAY);
  const outcome = reader.read('outcome', ({ text }) => readOutcome(text), '请填维持、撤销、驳回诉讼请求、驳回起诉、撤诉等');
  if (closedOn === null) return null;
  if (outcome === null && reader.text('outcome') === null) reader.complain('outcome', '填了结案日期的，应当填写结案方式');
  return outcome && { closedOn, outcome };
} // prettier-ignore
