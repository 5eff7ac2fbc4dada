import { describe, expect, it } from '@jest/globals';
import type { LiveLight } from '../../dispatch/live-light.reader.js';
import type { BoardPart, BoardTask } from '../../ledger/board.reader.js';
import { count, narrow } from './board-filter.js';
import { initialsOf, lineOf, seenBy, type BoardDepartment, type SeenLine } from './board-line.js';
import { pageIn, placeOf, type BoardSort } from './board-order.js';

const department = (id: string, name: string, order: number): BoardDepartment => ({
  id,
  code: id.toUpperCase(),
  name,
  shortName: name,
  initials: initialsOf(name),
  order,
});
const departments = new Map(
  [department('sfj', '区司法局', 0), department('czj', '区财政局', 1)].map((d) => [d.id, d]),
);

const part = (departmentId: string, more: Partial<BoardPart> = {}): BoardPart => ({
  id: `${departmentId}-part`,
  taskId: '',
  departmentId,
  role: 'LEAD',
  isFirstLead: true,
  state: 'IN_PROGRESS',
  version: 1,
  ...more,
});

const light = (departmentCode: string, colour: LiveLight['light'], overdueDays = 0): LiveLight => ({
  taskId: '',
  departmentCode,
  role: departmentCode === '' ? 'TASK' : 'LEAD',
  light: colour,
  rule: 'OVERDUE',
  explanation: '',
  overdueDays,
  timeProgress: null,
  verifiedProgress: null,
  claimedProgress: null,
  pace: 'OTHER',
  count: null,
  reportState: 'NOT_REQUIRED',
  redMonths: 0,
  extensions: 0,
});

function line(number: string, title: string, more: Partial<BoardTask> = {}, lights: LiveLight[] = []) {
  const task: BoardTask = {
    id: `t${number}`,
    ledgerId: 'l',
    number,
    sortKey: number.padStart(4, '0'),
    title,
    measures: '',
    indicatorPath: '依法行政 / 监督',
    deadlineRaw: '',
    startsOn: '2023-01-10',
    originalDueOn: '2023-10-31',
    dueOn: '2023-10-31',
    deadlineVersion: 0,
    cadence: 'ONCE',
    targetCount: null,
    targetUnit: '',
    state: 'IN_PROGRESS',
    openEnded: false,
    version: 1,
    parts: [part('sfj')],
    ...more,
  };
  return lineOf(task, lights, departments, initialsOf(title));
}

const lines = [
  line('1', '推进行政执法三项制度', {}, [light('', 'RED', 5), light('SFJ', 'RED', 5)]),
  line('2', '案卷评查', { dueOn: null, indicatorPath: '依法行政 / 监督检查' }, [light('', 'GREEN')]),
  line('3', 'A类清单', { state: 'OBJECTED', dueOn: '2023-06-30' }, [light('', 'RED', 40)]),
  line(
    '4',
    '行政合同培训',
    {
      cadence: 'MONTHLY',
      parts: [part('czj'), part('sfj', { role: 'SUPPORT', isFirstLead: false, state: 'DONE' })],
    },
    [light('', 'YELLOW'), light('CZJ', 'YELLOW'), light('SFJ', 'DONE')],
  ),
  line('5', '未交办的', { state: 'REGISTERED' }),
];
const office = lines.map((each) => seenBy(each, null)!);
const seen = (departmentId: string): SeenLine[] => lines.flatMap((each) => seenBy(each, departmentId) ?? []);
const numbers = (rows: readonly SeenLine[]): string[] => rows.map((row) => row.line.task.number);

describe('the lines a filter leaves', () => {
  it.each<[object, string[]]>([
    [{}, ['1', '2', '3', '4', '5']],
    [{ lights: ['RED', 'YELLOW'] }, ['1', '3', '4']],
    [{ lights: ['NONE'] }, ['5']],
    [{ states: ['OBJECTED'] }, ['3']],
    [{ cadences: ['MONTHLY'] }, ['4']],
    [{ department: { id: 'sfj', leadOnly: false } }, ['1', '2', '3', '4', '5']],
    [{ department: { id: 'sfj', leadOnly: true } }, ['1', '2', '3', '5']],
    [{ indicator: '依法行政 / 监督' }, ['1', '3', '4', '5']],
    [{ indicator: '依法行政' }, ['1', '2', '3', '4', '5']],
    [{ dueFrom: '2023-07-01' }, ['1', '4', '5']],
    [{ dueTo: '2023-07-01' }, ['3']],
    [{ overdueOnly: true }, ['1', '3']],
    [{ q: ['xzzf'] }, ['1']],
    [{ q: ['xzzf'], lights: ['GREEN'] }, []],
    [{ q: ['a类'] }, ['3']],
    [{ q: ['alqd'] }, ['3']],
    [{ q: ['财政局', '培训'] }, ['4']],
    [{ q: ['qczj'] }, ['4']],
    [{ mine: { role: 'CLERK', departmentId: 'yfb' } }, ['3', '5']],
    [{ mine: { role: 'DIRECTOR', departmentId: 'yfb' } }, ['3']],
    [{ mine: { role: 'LEADER', departmentId: null } }, []],
    [{ mine: { role: 'LIAISON', departmentId: 'sfj' } }, ['1', '2', '3']],
  ])('%j', (filter, left) => {
    expect(numbers(narrow(office, filter))).toEqual(left);
  });

  it('a department has its own lines with its own light', () => {
    expect(numbers(seen('czj'))).toEqual(['4']);
    expect(narrow(seen('sfj'), { lights: ['DONE'] }).map(({ light: own }) => own?.light)).toEqual(['DONE']);
    expect(numbers(narrow(seen('sfj'), { lights: ['YELLOW'] }))).toEqual([]);
  });
});

describe('the numbers of the filter bar', () => {
  it('a column’s own choice leaves its other numbers as they are', () => {
    const counts = count(office, { lights: ['RED'], cadences: ['ONCE'] });
    expect(counts.total).toBe(2);
    expect(Object.fromEntries(counts.byFacet.light)).toEqual({ RED: 2, GREEN: 1, NONE: 1 });
    expect(Object.fromEntries(counts.byFacet.cadence)).toEqual({ ONCE: 2 });
    expect(Object.fromEntries(counts.byFacet.state)).toEqual({ IN_PROGRESS: 1, OBJECTED: 1 });
  });

  it('counts nothing a department may not see', () => {
    expect(count(seen('czj'), {}).total).toBe(1);
  });
});

describe('the order of lines', () => {
  it.each<[BoardSort, string[]]>([
    ['number', ['1', '2', '3', '4', '5']],
    ['-number', ['5', '4', '3', '2', '1']],
    ['due', ['3', '1', '4', '5', '2']],
    ['-due', ['1', '4', '5', '3', '2']],
    ['light', ['3', '1', '4', '2', '5']],
    ['department', ['1', '2', '3', '5', '4']],
    ['-department', ['4', '1', '2', '3', '5']],
  ])('%s, and page by page the same', (sort, expected) => {
    expect(numbers(pageIn(office, sort, null, 10))).toEqual(expected);
    const paged: string[] = [];
    for (let at = pageIn(office, sort, null, 2); at.length > 0;) {
      paged.push(...numbers(at));
      at = pageIn(office, sort, placeOf(at.at(-1)!, sort), 2);
    }
    expect(paged).toEqual(expected);
  });
});
