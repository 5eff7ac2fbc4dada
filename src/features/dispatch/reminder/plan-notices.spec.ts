import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { workingCalendar } from '../../../domain/calendar/working-calendar.js';
import { parseLadder } from '../../../domain/reminder/parse-ladder.js';
import type { RegisterNotice } from '../../../domain/snapshot/register-row.js';
import { planNotices } from './plan-notices.js';

const ladder = parseLadder(parse(readFileSync('config/escalation.yaml', 'utf8')));
const calendar = workingCalendar([{ year: 2023, status: 'FINAL', noticeNumber: null, exceptions: [] }]);

const hearing: RegisterNotice = {
  register: 'HEARINGS',
  subjectId: 'hearing-1',
  number: '（2023）津0105行初12号',
  title: '一审开庭',
  departmentId: 'water',
  recipients: ['HEAD', 'LIAISON'],
  rung: 'HEARING_7',
  label: '提醒',
  version: 2,
  dueOn: '2023-11-13',
  explanation: '2023-11-13 开庭，被诉行政机关负责人应当出庭应诉（行政诉讼法第三条第三款）。',
};

describe('notices of other registers as reminders', () => {
  it('go to whom the register names, on the next working day, under the number of the ladder', () => {
    // 2023-11-04 is a Saturday.
    const [planned] = planNotices([hearing], { today: '2023-11-04', ladder, calendar });
    expect(planned).toMatchObject({
      subjectKind: 'HEARINGS',
      subjectId: 'hearing-1',
      taskId: null,
      subjectNumber: '（2023）津0105行初12号',
      departmentId: 'water',
    });
    expect(planned?.due).toMatchObject({
      rung: 'HEARING_7', period: '2023-11', deadlineVersion: 2, sendOn: '2023-11-06', replyBy: null,
    }); // prettier-ignore
    expect(planned?.due.paper).toMatchObject({ to: ['HEAD', 'LIAISON'], number: '提' });
  });

  it('as 催办 ask for an answer within the working days of the ladder', () => {
    const late = { ...hearing, rung: 'HEARING_RETURN', label: '催办' };
    const [planned] = planNotices([late], { today: '2023-11-10', ladder, calendar });
    expect(planned?.due).toMatchObject({ sendOn: '2023-11-10', replyBy: '2023-11-15' });
    expect(planned?.due.paper.number).toBe('催');
  });
});
