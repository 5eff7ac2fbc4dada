import { describe, expect, it } from '@jest/globals';
import type { CourtCase, Hearing, Instance, Seat } from '../litigation-queries.js';
import { instanceDeeds } from './case-deeds.js';
import { bodyOf, missingIn } from './form-spec.js';
import { hearingDeeds } from './hearing-deeds.js';
import type { OfferedDeed } from './offered-deed.js';
import { seatDeeds } from './seat-deeds.js';

const DAY = '2023-05-10';
const ONE = { id: 'c', version: 3, publicInterest: false } as CourtCase;
const HEAD = { name: '王建国', post: '局长', rank: 'PRINCIPAL', rankLabel: '', otherAgency: null } as const;

const hearing = (state: string): Hearing =>
  ({ id: 'h', day: DAY, time: '', room: '', kind: 'TRIAL', state }) as Hearing;
const instance = (state: string, closedOn: string | null = null): Instance =>
  ({ id: 'i', number: '12号', closedOn, parties: [], hearings: [hearing(state)] }) as unknown as Instance;
const EMPTY = { department: 'RSJ', departmentName: '区人社局', mustAppear: true, planned: null, reply: null, absence: null, form: null }; // prettier-ignore

const codes = (deeds: readonly OfferedDeed[]): string[] => deeds.map(({ code }) => code);

/** What is open at a seat. */
function seat(state: string, today: string, isOffice: boolean, more: object = {}): OfferedDeed[] {
  const at = { ...EMPTY, ...more } as unknown as Seat;
  return seatDeeds({
    one: ONE,
    instance: instance(state),
    hearing: hearing(state),
    seat: at,
    today,
    isOffice,
  });
}

describe('deeds about a hearing', () => {
  it('are none for one that was cancelled or moved', () => {
    expect(hearingDeeds(ONE, instance('CANCELLED'), hearing('CANCELLED'), DAY)).toEqual([]);
    expect(seat('RESCHEDULED', DAY, true)).toEqual([]);
  });

  it('hold it on its day at the earliest, and only while it is scheduled', () => {
    expect(codes(hearingDeeds(ONE, instance('SCHEDULED'), hearing('SCHEDULED'), '2023-05-09'))).toEqual([
      'notify',
      'reschedule',
      'cancel',
    ]);
    expect(codes(hearingDeeds(ONE, instance('SCHEDULED'), hearing('SCHEDULED'), DAY))[0]).toBe('hold');
    expect(codes(hearingDeeds(ONE, instance('HELD'), hearing('HELD'), DAY))).toEqual(['notify']);
  });

  it('take an answer up to the day, and the form from the day on', () => {
    expect(codes(seat('SCHEDULED', '2023-05-09', false))).toEqual(['reply', 'plan']);
    expect(codes(seat('SCHEDULED', DAY, false, { planned: HEAD }))).toEqual([
      'reply',
      'replace',
      'returnForm',
    ]);
    expect(codes(seat('HELD', '2023-05-11', false))).toEqual(['returnForm']);
  });

  it('wait for the department, not for the office that records them in its stead', () => {
    const waiting = (isOffice: boolean) => seat('SCHEDULED', DAY, isOffice).filter(({ isNext }) => isNext);
    expect(codes(waiting(false))).toEqual(['reply', 'returnForm']);
    expect(waiting(true)).toEqual([]);
  });

  it('leave a returned form to the office, with what was found of it', () => {
    const form = { official: HEAD, voice: [], staff: 1, lawyers: 0, note: '' };
    expect(seat('HELD', DAY, false, { form })).toEqual([]);
    expect(codes(seat('HELD', DAY, true, { form }))).toEqual(['correctForm', 'rule']);
  });

  it('suggestions need a hearing that was held, new hearings an open instance', () => {
    expect(codes(instanceDeeds(ONE, instance('SCHEDULED'), DAY))).toEqual([
      'schedule',
      'close',
      'correctInstance',
    ]);
    expect(codes(instanceDeeds(ONE, instance('HELD', DAY), DAY))).toEqual([
      'correctClosing',
      'correctInstance',
      'suggest',
    ]);
  });
});

describe('what is sent', () => {
  const reply = seat('SCHEDULED', DAY, false)[0]!;
  const body = (values: object) => reply.shape!(bodyOf(reply.fields, { ...reply.initial, ...values }));

  it('of an answer is the person, or the reason nobody can appear', () => {
    const official = { name: ' 王建国 ', post: '局长', rank: 'PRINCIPAL', otherAgency: '' };
    expect(body({ official })).toEqual({
      kind: 'ATTENDS',
      official: { name: '王建国', post: '局长', rank: 'PRINCIPAL', otherAgency: null },
      absence: null,
      note: '',
    });
    expect(body({ kind: 'ABSENT', absenceReason: 'ACCIDENT', explanation: '车祸' })).toEqual({
      kind: 'ABSENT',
      absence: { reason: 'ACCIDENT', explanation: '车祸' },
      note: '',
    });
  });

  it('lacks what the form as it stands asks for', () => {
    expect(missingIn(reply.fields, reply.initial!)).toEqual(['official']);
    expect(missingIn(reply.fields, { ...reply.initial, kind: 'ABSENT' })).toEqual([
      'absenceReason',
      'explanation',
    ]);
  });

  it('of a form without a head says nothing of what he did', () => {
    const form = seat('HELD', DAY, false)[0]!;
    expect(form.shape!(bodyOf(form.fields, { ...form.initial, note: '另有公务' }))).toEqual({
      voice: [],
      leftWithoutPermission: false,
      refusedToExplain: false,
      staff: 1,
      lawyers: 0,
      note: '另有公务',
      absence: null,
    });
  });
});
