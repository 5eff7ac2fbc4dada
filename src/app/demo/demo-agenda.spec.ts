import { describe, expect, it } from '@jest/globals';
import { agendaOf, piecesOf, type DemoDeed } from './demo-agenda.js';
import type { DemoEvent, DemoReport, DemoYear } from './demo-year.js';

const plan = { issuedOn: '2023-01-10', officeDay: '2023-01-13' } as DemoYear['plan'];
const report = (changes: Partial<DemoReport>) => ({ decision: 'ACCEPT', submittedOn: '2023-01-11', submittedAt: '10:00', decidedOn: '2023-01-12', ...changes }) as DemoReport; // prettier-ignore
const event = (on: string, at: string, deed: string) => ({ on, at, deed, task: '1' }) as DemoEvent;
const named = (deeds: readonly DemoDeed[]) => deeds.map((deed) => `${deed.kind} ${deed.at}`);

describe('the agenda of a year', () => {
  it('has every day, also the quiet ones', () => {
    const days = agendaOf({ plan, reports: [], events: [], court: [] });
    expect(days.map(({ day }) => day)).toEqual(['2023-01-10', '2023-01-11', '2023-01-12', '2023-01-13']);
  });

  it('reviews first, whatever the hour of the rest; equal times keep the order of the files', () => {
    const reports = [
      report({}),
      report({ submittedOn: '2023-01-12', submittedAt: '08:40', decision: 'NONE' }),
    ];
    const events = [event('2023-01-12', '09:00', 'task.sign'), event('2023-01-12', '09:00', 'task.suspend')];
    const day = agendaOf({ plan, reports, events, court: [] }).find((each) => each.day === '2023-01-12');
    expect(named(day?.deeds ?? [])).toEqual(['REVIEW 09:00', 'SUBMIT 08:40', 'EVENT 09:00', 'EVENT 09:00']);
    expect(day?.deeds.slice(2).map((deed) => deed.kind === 'EVENT' && deed.event.deed)).toEqual(['task.sign', 'task.suspend']); // prettier-ignore
  });

  it('does not decide what nobody has decided', () => {
    const days = agendaOf({
      plan,
      reports: [report({ decision: 'NONE', decidedOn: '' })],
      events: [],
      court: [],
    });
    expect(days.flatMap(({ deeds }) => named(deeds))).toEqual(['SUBMIT 10:00']);
  });
});

describe('pieces of a day', () => {
  const deeds = ['task.sign', 'closeout.request', 'task.sign', 'extension.approve'].map(
    (deed, i): DemoDeed => ({ kind: 'EVENT', at: `09:0${i}`, event: event('2023-01-12', `09:0${i}`, deed) }),
  );

  it('end after a deed that other features hear of', () => {
    expect(piecesOf(deeds, 0).map(named)).toEqual([
      ['EVENT 09:00', 'EVENT 09:01'],
      ['EVENT 09:02', 'EVENT 09:03'],
    ]);
  });

  it('go on from where a load was stopped, and are none at the end', () => {
    expect(piecesOf(deeds, 2).map(named)).toEqual([['EVENT 09:02', 'EVENT 09:03']]);
    expect(piecesOf(deeds, 4)).toEqual([]);
  });
});
