import { describe, expect, it } from '@jest/globals';
import {
  absentSeat,
  chief,
  courtCase,
  deputy,
  form,
  hearing,
  instance,
  notice,
  party,
  seat,
} from '../../../../test/support/court-cases.js';
import type { Hearing } from '../court-case.js';
import { caseNumberTaken, courtCaseNotFound, departmentUnknown } from './court-case.errors.js';
import { hearingOf, instanceOf } from './edit-case.js';
import { planOfficial, recordRulings, replyToHearing, returnForm, type FormWish } from './keep-appearance.js';
import {
  addInstance,
  cleanCaseNumber,
  closeInstance,
  correctCase,
  correctInstance,
  recordSuggestion,
  registerCase,
} from './keep-case.js';
import { cancelHearing, holdHearing, recordNotice, rescheduleHearing, scheduleHearing } from './keep-hearing.js'; // prettier-ignore

const refusal = (code: string) => expect.objectContaining({ code });
const filing = {
  register: 'ADMINISTRATIVE',
  plaintiff: '张三',
  cause: ' 工伤认定 ',
  actSued: '',
  publicInterest: false,
} as const;
const first = {
  level: 'FIRST',
  number: '(2023)津0105行初12号',
  court: '区人民法院',
  filedOn: '2023-04-03',
  parties: [party()],
} as const;
const plan = {
  day: '2023-05-10',
  time: '09:30',
  room: '',
  kind: 'TRIAL',
  online: false,
  sitting: null,
} as const;
const registered = () => registerCase('c', filing, 'i', first);
const scheduled = (more: Partial<Hearing> = {}) =>
  courtCase([
    instance({
      id: 'i',
      closedOn: null,
      outcome: null,
      hearings: [hearing('2023-05-10', { id: 'h', state: 'SCHEDULED', appearances: [], ...more })],
    }),
  ]);
const at = (today: string, department = 'RSJ') => ({ hearingId: 'h', department, today });
const attends = { kind: 'ATTENDS', official: chief, absence: null, note: '', by: 'RSJ-HEAD' } as const;
const wish = (more: Partial<FormWish> = {}): FormWish => {
  const { returnedOn: _set, ...rest } = form();
  return { ...rest, absence: null, ...more };
};
const department = { office: false, reason: '' }; // prettier-ignore

describe('案件登记', () => {
  it('keeps the plaintiff masked only, and the number as courts write it', () => {
    expect(registered()).toMatchObject({ plaintiff: '张某', cause: '工伤认定', instances: [{ number: '（2023）津0105行初12号', closedOn: null }] });
    expect(correctCase(registered(), { plaintiff: '李四光' })).toMatchObject({ plaintiff: '李某某', cause: '工伤认定' });
    expect(JSON.stringify(registered())).not.toContain('张三');
  }); // prettier-ignore

  it.each(['2023津行初', '', '（2023）', '(23)津0105行初12号'])('refuses “%s” as a number', (number) => {
    expect(() => cleanCaseNumber(number)).toThrow(refusal('CASE_NUMBER_INVALID'));
  });

  it('第一条: wants a defendant or a compulsory third party, and each agency once', () => {
    const parties = [party({ role: 'THIRD_PARTY' })];
    expect(() => registerCase('c', filing, 'i', { ...first, parties })).toThrow(
      refusal('CASE_DEFENDANT_MISSING'),
    );
    expect(() => addInstance(registered(), 'j', { ...first, parties: [party(), party()] })).toThrow(
      refusal('CASE_PARTY_TWICE'),
    );
  });

  it('keeps a party that has records of its own', () => {
    const noticed = recordNotice(scheduled(), 'h', notice());
    const parties = [party({ department: 'GAJ', name: '区公安局' })];
    expect(() => correctInstance(noticed, 'i', { parties })).toThrow(refusal('CASE_PARTY_HAS_RECORDS'));
    expect(instanceOf(correctInstance(scheduled(), 'i', { parties }), 'i').parties).toEqual(parties);
  });

  it('结案: not before filing or the last hearing, not in the future; what was planned after it is off', () => {
    const closing = { closedOn: '2023-05-01', outcome: 'WITHDRAWN', writtenTrial: false, disputeResolved: null } as const;
    const closed = closeInstance(scheduled(), 'i', closing, '2023-05-02');
    expect(instanceOf(closed, 'i')).toMatchObject({ outcome: 'WITHDRAWN', hearings: [{ state: 'CANCELLED' }] });
    for (const [closedOn, today] of [['2023-04-02', '2023-05-02'], ['2023-05-03', '2023-05-02']] as const) {
      expect(() => closeInstance(scheduled(), 'i', { ...closing, closedOn }, today)).toThrow(refusal('CASE_CLOSING_DAY_WRONG'));
    }
    expect(() => scheduleHearing(closed, 'i', 'k', plan)).toThrow(refusal('COURT_INSTANCE_CLOSED'));
  }); // prettier-ignore

  it('行政诉讼法第八十六条: on paper only where there was no hearing, and not at first instance', () => {
    const closing = { closedOn: '2023-06-01', outcome: 'UPHELD', writtenTrial: true, disputeResolved: null } as const;
    const heard = holdHearing(scheduled(), 'h', '2023-05-10');
    expect(() => closeInstance(heard, 'i', closing, '2023-07-01')).toThrow(refusal('WRITTEN_TRIAL_HELD'));
    expect(() => closeInstance(registered(), 'i', closing, '2023-07-01')).toThrow(refusal('WRITTEN_TRIAL_FIRST_INSTANCE'));
  }); // prettier-ignore

  it('第十二条: a judicial suggestion needs a hearing', () => {
    const suggestion = { department: 'RSJ', violation: 'NO_REASON', number: '司建1号', receivedOn: '2023-06-01', content: '' } as const;
    expect(() => recordSuggestion(registered(), 'i', suggestion)).toThrow(refusal('SUGGESTION_BEFORE_HEARING'));
    const heard = holdHearing(scheduled(), 'h', '2023-05-10');
    expect(instanceOf(recordSuggestion(heard, 'i', suggestion), 'i').suggestions).toEqual([suggestion]);
  }); // prettier-ignore

  it('finds only what belongs to the case', () => {
    expect(() => instanceOf(registered(), 'other')).toThrow(refusal('COURT_INSTANCE_NOT_FOUND'));
    expect(() => hearingOf(registered(), 'other')).toThrow(refusal('HEARING_NOT_FOUND'));
    expect(courtCaseNotFound()).toMatchObject({ kind: 'NOT_FOUND', code: 'COURT_CASE_NOT_FOUND' });
    expect(caseNumberTaken('x')).toMatchObject({ kind: 'CONFLICT', code: 'CASE_NUMBER_TAKEN' });
    expect(departmentUnknown('X')).toMatchObject({ code: 'COURT_DEPARTMENT_UNKNOWN' });
  });
});

describe('开庭', () => {
  it('改期: the old sitting was none, the new one is told anew and nobody has answered for it', () => {
    const replied = replyToHearing(scheduled(), at('2023-05-08'), attends);
    const moved = rescheduleHearing(replied, 'h', 'h2', { day: '2023-05-24', time: '14:00', room: '', reason: '法官出差' });
    expect(hearingOf(moved, 'h').hearing).toMatchObject({ state: 'RESCHEDULED', stateReason: '改至 2023-05-24：法官出差' });
    expect(hearingOf(moved, 'h2').hearing).toMatchObject({ state: 'SCHEDULED', dayVersion: 2, appearances: [], sitting: 'h2' });
    expect(() => cancelHearing(moved, 'h', '')).toThrow(refusal('HEARING_STATE'));
  }); // prettier-ignore

  it('is not before the filing and not held before its day', () => {
    expect(() => scheduleHearing(registered(), 'i', 'k', { ...plan, day: '2023-04-02' })).toThrow(
      refusal('HEARING_DAY_EARLY'),
    );
    expect(() => holdHearing(scheduled(), 'h', '2023-05-09')).toThrow(refusal('HEARING_NOT_YET'));
  });

  it('第四条、第五条、第七条: notices to whose head is owed, before the hearing, again only after one', () => {
    expect(() => recordNotice(scheduled(), 'h', notice({ department: 'GAJ' }))).toThrow(refusal('NOT_A_PARTY'));
    expect(() => recordNotice(scheduled(), 'h', notice({ servedOn: '2023-05-11' }))).toThrow(refusal('NOTICE_SERVED_LATE'));
    expect(() => recordNotice(scheduled(), 'h', notice({ again: true }))).toThrow(refusal('NOTICE_AGAIN_FIRST'));
    const heard = scheduleHearing(holdHearing(scheduled(), 'h', '2023-05-10'), 'i', 'k', { ...plan, day: '2023-05-24' });
    expect(hearingOf(recordNotice(heard, 'k', notice({ again: true })), 'k').hearing.notices).toHaveLength(1);
    const twice = recordNotice(recordNotice(scheduled(), 'h', notice()), 'h', notice({ mandatory: true }));
    expect(hearingOf(twice, 'h').hearing.notices).toEqual([notice({ mandatory: true })]);
  }); // prettier-ignore
});

describe('答复与回执', () => {
  const seatIn = (of: ReturnType<typeof scheduled>) => hearingOf(of, 'h').hearing.appearances[0];

  it('第五条: another may appear; who it was before is kept', () => {
    const replied = replyToHearing(scheduled(), at('2023-05-04'), attends);
    const replaced = replyToHearing(replied, at('2023-05-09'), { ...attends, kind: 'REPLACED', official: deputy, note: '参加会议' });
    expect(seatIn(replaced)).toMatchObject({
      planned: deputy,
      reply: { kind: 'REPLACED', on: '2023-05-09' },
      replacements: [{ from: '王建国（局长）', to: '李红（副局长）', on: '2023-05-09', reason: '参加会议' }],
    });
    expect(seatIn(planOfficial(replied, at('2023-05-05'), deputy, '分工调整'))).toMatchObject({ planned: deputy, replacements: [{}] });
  }); // prettier-ignore

  it('第六条: names the person; 第八条: names the reason; not after the day', () => {
    expect(() => replyToHearing(scheduled(), at('2023-05-04'), { ...attends, official: null })).toThrow(
      refusal('HEARING_OFFICIAL_MISSING'),
    );
    expect(() => replyToHearing(scheduled(), at('2023-05-04'), { ...attends, kind: 'ABSENT' })).toThrow(
      refusal('ABSENCE_REASON_MISSING'),
    );
    expect(() => replyToHearing(scheduled(), at('2023-05-11'), attends)).toThrow(refusal('HEARING_OVER'));
    expect(() => planOfficial(scheduled(), at('2023-05-11'), chief, '')).toThrow(refusal('HEARING_OVER'));
  });

  it('回执: with it the hearing was held; a department hands it in once, the office corrects with a reason', () => {
    const returned = returnForm(scheduled(), at('2023-05-11'), wish(), department);
    expect(hearingOf(returned, 'h').hearing.state).toBe('HELD');
    expect(seatIn(returned)?.form).toMatchObject({ returnedOn: '2023-05-11', official: deputy });
    expect(() => returnForm(returned, at('2023-05-12'), wish(), department)).toThrow(refusal('ATTENDANCE_FORM_RETURNED'));
    expect(() => returnForm(returned, at('2023-05-12'), wish(), { office: true, reason: ' ' })).toThrow(refusal('CORRECTION_REASON_MISSING'));
    const corrected = returnForm(returned, at('2023-06-12'), wish({ official: chief }), { office: true, reason: '笔录为局长' });
    expect(seatIn(corrected)?.form).toMatchObject({ returnedOn: '2023-05-11', official: chief });
  }); // prettier-ignore

  it('解释第一百二十九条: an absence is explained; 第十一条: who was not there has not spoken', () => {
    const none = { official: null, voice: [], note: '' };
    expect(() => returnForm(scheduled(), at('2023-05-11'), wish(none), department)).toThrow(refusal('ATTENDANCE_NOTE_MISSING'));
    expect(() => returnForm(scheduled(), at('2023-05-11'), wish({ official: null }), department)).toThrow(refusal('VOICE_WITHOUT_HEAD'));
    const absence = { reason: 'ACCIDENT', explanation: '车祸' } as const;
    expect(seatIn(returnForm(scheduled(), at('2023-05-11'), wish({ ...none, absence }), department))?.absence).toEqual({ ...absence, on: '2023-05-11' });
  }); // prettier-ignore

  it('第二条、第六条、第九条: a finding is about something that is on record', () => {
    expect(() => recordRulings(scheduled(), at('2023-05-11'), { absenceAccepted: true })).toThrow(refusal('RULING_WITHOUT_SUBJECT'));
    expect(() => recordRulings(scheduled(), at('2023-05-11'), { identityAccepted: false })).toThrow(refusal('RULING_WITHOUT_SUBJECT'));
    const sat = scheduled({ state: 'HELD', appearances: [seat()] });
    expect(seatIn(recordRulings(sat, at('2023-05-11'), { identityAccepted: false }))).toMatchObject({ identityAccepted: false, rankConfirmed: null });
    const away = scheduled({ state: 'HELD', appearances: [absentSeat({ absence: { reason: 'ACCIDENT', explanation: '', on: '2023-05-09' } })] });
    expect(seatIn(recordRulings(away, at('2023-05-11'), { absenceAccepted: true }))).toMatchObject({ absenceAccepted: true });
  }); // prettier-ignore
});
