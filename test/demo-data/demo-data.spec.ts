import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { isReady } from '../../src/domain/phrases/deadline-resolution.js';
import { postsText } from './make-posts.js';
import { reportsText } from './make-reports.js';
import { demoFile, readRows, sourceFile } from './read-rows.js';
import { yearAssignments } from './year-assignments.js';
import { cutOffOf, isWorkingDay } from './year-calendar.js';
import { yearTasks } from './year-tasks.js';

const departments = readRows(demoFile('departments.csv'));
const posts = readRows(demoFile('posts.csv'));
const reports = readRows(demoFile('reports.csv'));
const tasks = yearTasks();
const codes = new Set(departments.map((row) => row.code));

describe('departments.csv', () => {
  it('has 47 units, 31 of them enforcing, 35 responsible, no code or name twice', () => {
    expect(departments).toHaveLength(47);
    expect(codes.size).toBe(47);
    expect(new Set(departments.map((row) => row.name)).size).toBe(47);
    expect(departments.filter((row) => row.enforcementUnit === '1')).toHaveLength(31);
    expect(departments.filter((row) => row.responsibleDepartment === '1')).toHaveLength(35);
  });
});

describe('posts.csv', () => {
  it('is what its maker writes', () => {
    expect(readFileSync(demoFile('posts.csv'), 'utf8')).toBe(postsText());
  });

  it('gives every department a liaison and a head, and the office its people', () => {
    const held = new Set(posts.map((row) => row.code));
    for (const code of codes) {
      expect(held).toContain(`${code}-LIAISON`);
      expect(held).toContain(`${code}-HEAD`);
    }
    for (const code of ['YFB-CLERK', 'YFB-DIRECTOR', 'YFB-DEPUTY', 'QLD-LEADER'])
      expect(held).toContain(code);
  });

  it('names each person once, in a known department, reachable nowhere', () => {
    expect(new Set(posts.map((row) => row.holder)).size).toBe(posts.length);
    expect(new Set(posts.map((row) => row.email)).size).toBe(posts.length);
    for (const post of posts) {
      expect(codes).toContain(post.department);
      expect(post.email).toMatch(/^[a-z0-9-]+@example\.invalid$/);
    }
  });

  it('has one hand-over in July and one post that falls vacant', () => {
    expect(posts.filter((row) => row.code === 'ZJW-LIAISON').map(({ from, to }) => [from, to])).toEqual([
      ['2022-03-01', '2023-07-09'],
      ['2023-07-10', ''],
    ]);
    const ended = posts.filter((row) => row.to !== '').map((row) => row.code);
    expect(ended.filter((code) => !posts.some((row) => row.code === code && row.to === ''))).toEqual([
      'SZB-LIAISON',
    ]);
  });
});

describe('the ledger rows', () => {
  it('are 36 tasks under 12 second-level indicators', () => {
    expect(tasks.map((task) => task.number)).toEqual(
      Array.from({ length: 36 }, (_, index) => String(index + 1)),
    );
    expect(new Set(tasks.map((task) => task.level2)).size).toBe(12);
    expect(new Set(tasks.map((task) => task.title)).size).toBe(36);
  });

  it('are all ready: a title, a known lead and a deadline that was understood', () => {
    for (const task of tasks) {
      expect([task.number, task.lead.length > 0, isReady(task.deadline), task.due]).toEqual([
        task.number,
        true,
        true,
        expect.stringMatching(/^202[34]-\d\d-\d\d$/),
      ]);
    }
  });

  it('name one support that no register knows, so that the import has a problem to show', () => {
    expect(tasks.flatMap((task) => task.unresolved)).toEqual(['区残联']);
  });

  it('write deadlines in seven kinds of ways and three kinds of cells', () => {
    const kinds = new Set(tasks.map((task) => task.deadline.kind));
    expect([...kinds].sort()).toEqual([
      'date',
      'event',
      'milestones',
      'ongoing',
      'range',
      'recurring',
      'relative',
    ]);
    const cells = readRows(sourceFile('ledger-rows.csv')).map((row) => row.cell);
    expect(new Set(cells)).toEqual(new Set(['TEXT', 'NUMBER', 'DATE']));
  });

  it('say of leads, supports and groups what the reports were made from', () => {
    const assumed = readRows(sourceFile('assignments.csv')).map((row) => [
      row.task,
      row.leads,
      row.supports,
      row.groups,
    ]);
    expect(assumed).toEqual(
      tasks.map((task) => [task.number, task.lead.join('|'), task.support.join('|'), task.groups.join('|')]),
    );
  });
});

describe('reports.csv', () => {
  const keyOf = (row: Record<string, string>) => `${row.task}/${row.department}`;
  const assignments = new Map(yearAssignments().map((one) => [`${one.task}/${one.department}`, one]));

  it('is what its maker writes', () => {
    expect(readFileSync(demoFile('reports.csv'), 'utf8')).toBe(reportsText());
  });

  it('reports only what the ledger assigns, and not after the part is closed', () => {
    for (const row of reports) {
      const last = assignments.get(keyOf(row))?.lastMonth ?? 0;
      expect([keyOf(row), Number(row.month?.slice(5)) <= last]).toEqual([keyOf(row), true]);
    }
  });

  it('has a report of every lead for every month it owes one, but for the silent department and one slip', () => {
    const missing: string[] = [];
    for (const one of assignments.values()) {
      if (one.role !== 'LEAD') continue;
      for (let month = 1; month <= Math.min(11, one.lastMonth); month++) {
        const text = `2023-${String(month).padStart(2, '0')}`;
        const found = reports.some(
          (row) => row.month === text && keyOf(row) === `${one.task}/${one.department}`,
        );
        if (!found) missing.push(`${one.task}/${one.department}/${text}`);
      }
    }
    expect(missing).toEqual(['3/SZB/2023-09', '3/SZB/2023-10', '3/SZB/2023-11', '20/YJJ/2023-05']);
  });

  it('has one report an assignment and month, unless the earlier was returned', () => {
    const open = new Map<string, string>();
    for (const row of reports) {
      const key = `${keyOf(row)}/${row.month}`;
      expect([key, open.get(key) ?? 'RETURN']).toEqual([key, 'RETURN']);
      open.set(key, row.decision ?? '');
    }
  });

  it('runs by month, and progress, verified progress and counts never fall', () => {
    const last = new Map<string, { month: string; progress: number; verified: number; count: number }>();
    for (const row of reports) {
      const now = {
        month: row.month ?? '',
        progress: Number(row.progress),
        verified: Number(row.verified),
        count: Number(row.count),
      };
      const before = last.get(keyOf(row)) ?? { month: '', progress: 0, verified: 0, count: 0 };
      expect(now.month >= before.month && now.progress >= before.progress && now.count >= before.count).toBe(
        true,
      );
      if (row.decision === 'ACCEPT') {
        expect(now.verified).toBeGreaterThanOrEqual(before.verified);
        expect(now.verified).toBeLessThanOrEqual(now.progress);
        expect(now.progress).toBeLessThanOrEqual(100);
      }
      last.set(keyOf(row), { ...now, verified: row.decision === 'ACCEPT' ? now.verified : before.verified });
    }
  });

  it('comes in and is decided on working days of its month, the decision after the report', () => {
    for (const row of reports) {
      const { month = '', submittedOn = '', decidedOn = '' } = row;
      expect([keyOf(row), submittedOn.startsWith(month), isWorkingDay(submittedOn)]).toEqual([
        keyOf(row),
        true,
        true,
      ]);
      expect(row.submittedAt).toMatch(/^(?:0[89]|1[0-7]):[0-5]\d$/);
      if (row.decision === 'NONE') expect([decidedOn, row.verified, row.reason]).toEqual(['', '', '']);
      else {
        expect(decidedOn.startsWith(month) && isWorkingDay(decidedOn)).toBe(true);
        expect(decidedOn > submittedOn).toBe(true);
      }
      expect(row.reason !== '').toBe(row.decision === 'RETURN');
    }
  });

  it('has reports after the cut-off, a few months missed and a few returned, but not many', () => {
    const late = reports.filter((row) => (row.submittedOn ?? '') > cutOffOf(Number(row.month?.slice(5))));
    expect(late.length).toBeGreaterThan(20);
    expect(late.length).toBeLessThan(reports.length / 10);
    expect(reports.filter((row) => row.decision === 'RETURN').length).toBeGreaterThan(5);
    expect(
      reports.filter((row) => row.verified !== '' && row.verified !== row.progress).length,
    ).toBeGreaterThan(50);
  });

  it('says something of its own each time', () => {
    const texts = reports.map((row) => row.text ?? '');
    expect(Math.min(...texts.map((text) => text.length))).toBeGreaterThan(11);
    const kept = reports.filter((row) => row.decision !== 'RETURN').map((row) => row.text);
    expect(new Set(kept).size).toBe(kept.length);
  });

  it('keeps December half in: nothing after the office day, part of it undecided', () => {
    const december = reports.filter((row) => row.month === '2023-12');
    const owed = [...assignments.values()].filter((one) => one.lastMonth === 12).length;
    expect(december.length / owed).toBeGreaterThan(0.25);
    expect(december.length / owed).toBeLessThan(0.7);
    expect(
      december.every((row) => `${row.submittedOn}` <= '2023-12-20' && `${row.decidedOn}` <= '2023-12-20'),
    ).toBe(true);
    expect(new Set(december.map((row) => row.decision))).toEqual(new Set(['ACCEPT', 'NONE']));
    expect(reports.filter((row) => row.month !== '2023-12' && row.decision === 'NONE')).toEqual([]);
  });
});
