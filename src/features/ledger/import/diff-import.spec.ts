import { describe, expect, it } from '@jest/globals';
import { parseDeadline } from '../../../domain/phrases/parse-deadline.js';
import { diffImport, importedRow, type KnownTask } from './diff-import.js';
import type { TaskPlan } from '../tasks/task-plan.js';

function plan(number: string, title: string, more: Partial<TaskPlan> = {}): TaskPlan {
  const raw = '10月底前';
  const deadline = { ...parseDeadline(raw, { planYear: 2023 }), raw };
  const parties = { lead: ['SFJ'], support: [], groups: [], indicators: ['一'] };
  return { number, title, measures: '', ...parties, deadline, target: null, nodes: [], ...more };
}

function known(each: TaskPlan, state = 'ASSIGNED'): KnownTask {
  return {
    id: `t${each.number}`,
    number: each.number,
    title: each.title,
    state,
    imported: importedRow(each, 2023),
  };
}

const LATER = { ...parseDeadline('11月底前', { planYear: 2023 }), raw: '11月底前' };

describe('a file taken in again', () => {
  it('changes nothing when it says what it said', () => {
    const rows = [plan('1', '甲'), plan('2', '乙')];
    const diff = diffImport(
      rows,
      rows.map((row) => known(row)),
      2023,
    );
    expect(diff).toEqual({ added: [], changed: [], missing: [], unchanged: 2 });
  });

  it('does not take an edit by hand for a change of the file', () => {
    const task = { ...known(plan('1', '甲')), title: '甲（改）' };
    expect(diffImport([plan('1', '甲')], [task], 2023).unchanged).toBe(1);
  });

  it('finds its tasks when the numbers have moved on by one', () => {
    const tasks = [known(plan('1', '甲')), known(plan('2', '乙'))];
    const diff = diffImport([plan('1', '新'), plan('2', '甲'), plan('3', '乙')], tasks, 2023);
    expect(diff).toMatchObject({
      added: [{ number: '1', title: '新' }],
      changed: [],
      missing: [],
      unchanged: 2,
    });
  });

  it('tells each changed field with was and now', () => {
    const now = plan('1', '甲', { measures: '新措施', deadline: LATER });
    const diff = diffImport([now], [known(plan('1', '甲'), 'REGISTERED')], 2023);
    expect(diff.changed[0]?.fields).toEqual([
      { field: 'measures', was: '', now: '新措施' },
      { field: 'deadline', was: '10月底前', now: '11月底前' },
      { field: 'dueOn', was: '2023-10-31', now: '2023-11-30' },
    ]);
    expect(diff.changed[0]?.refused).toEqual([]);
  });

  it('may not move deadline or departments of an issued task (延期、改派另办)', () => {
    const now = plan('1', '甲', { measures: '新措施', deadline: LATER, lead: ['SFJ', 'CZJ'] });
    const [change] = diffImport([now], [known(plan('1', '甲'))], 2023).changed;
    expect(change?.fields.map(({ field }) => field)).toEqual(['measures']);
    expect(change?.refused.map(({ field }) => field)).toEqual(['lead', 'deadline', 'dueOn']);
  });

  it('names what it no longer has, but not tasks made by hand', () => {
    const byHand = { ...known(plan('9', '手工')), imported: null };
    const diff = diffImport(
      [plan('1', '甲')],
      [known(plan('1', '甲')), known(plan('2', '乙')), byHand],
      2023,
    );
    expect(diff.missing.map(({ number }) => number)).toEqual(['2']);
  });
});
