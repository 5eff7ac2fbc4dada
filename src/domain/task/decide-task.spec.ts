import { describe, expect, it } from '@jest/globals';
import { requireSupportsHeard } from './close-out.js';
import { decideTask, type TaskAct, type TaskStanding } from './decide-task.js';

const issued: TaskStanding = {
  state: 'IN_PROGRESS',
  dueOn: '2023-10-31',
  assignedOn: '2023-01-12',
  closeRequestedOn: null,
  closeRequestedBy: null,
  daysInReview: 0,
};

function after(task: TaskStanding, ...acts: [TaskAct, string][]): TaskStanding {
  return acts.reduce((now, [act, today]) => decideTask(now, act, today)[0], task);
}

describe('任务办理', () => {
  it('gives the task after the deed and the event for its history, and leaves the given task alone', () => {
    const registered: TaskStanding = { ...issued, state: 'REGISTERED', assignedOn: null };
    const [task, events] = decideTask(registered, { deed: 'ISSUE' }, '2023-01-12');
    expect(task).toEqual({ ...registered, state: 'ASSIGNED', assignedOn: '2023-01-12' });
    expect(events).toEqual([{ deed: 'ISSUE', from: 'REGISTERED', to: 'ASSIGNED', on: '2023-01-12' }]);
    expect(registered.state).toBe('REGISTERED');
  });

  it('退回重办: days in review of a request made in time are kept for the light', () => {
    const task = after(
      issued,
      [{ deed: 'REQUEST_CLOSE', by: 'MZJ' }, '2023-10-28'],
      [{ deed: 'RETURN_CLOSE', reason: '缺少验收意见' }, '2023-11-03'],
    );
    expect(task).toMatchObject({ state: 'CLOSE_RETURNED', daysInReview: 6, closeRequestedOn: null });
  });

  it('退回重办: a request made after the deadline buys no time', () => {
    const task = after(
      issued,
      [{ deed: 'REQUEST_CLOSE', by: 'MZJ' }, '2023-11-01'],
      [{ deed: 'RETURN_CLOSE', reason: '缺少验收意见' }, '2023-11-09'],
    );
    expect(task.daysInReview).toBe(0);
  });

  it('审核人与申请人不得为同一人', () => {
    const asked = after(issued, [{ deed: 'REQUEST_CLOSE', by: 'YFB-DIRECTOR' }, '2023-10-20']);
    expect(() => decideTask(asked, { deed: 'VERIFY', by: 'YFB-DIRECTOR' }, '2023-10-21')).toThrow(
      '不能由本人审核通过',
    );
    const verified = after(asked, [{ deed: 'VERIFY', by: 'YFB-CLERK' }, '2023-10-21']);
    expect(() => decideTask(verified, { deed: 'CLOSE', by: 'YFB-DIRECTOR' }, '2023-10-22')).toThrow(
      '不能由本人销号',
    );
    expect(after(verified, [{ deed: 'CLOSE', by: 'YFB-DEPUTY' }, '2023-10-22'])).toMatchObject({
      state: 'CLOSED',
      closeRequestedOn: '2023-10-20',
    });
  });

  it('tells two hands, a missing reason and a late objection apart by code', () => {
    const asked = after(issued, [{ deed: 'REQUEST_CLOSE', by: 'YFB-DIRECTOR' }, '2023-10-20']);
    const refused = (task: TaskStanding, act: TaskAct, today: string, code: string) =>
      expect(() => decideTask(task, act, today)).toThrow(expect.objectContaining({ code }));
    refused(asked, { deed: 'VERIFY', by: 'YFB-DIRECTOR' }, '2023-10-21', 'OWN_SUBMISSION');
    refused(asked, { deed: 'RETURN_CLOSE', reason: ' ' }, '2023-10-21', 'REASON_MISSING');
    const assigned: TaskStanding = { ...issued, state: 'ASSIGNED' };
    const objection: TaskAct = { deed: 'OBJECT', reason: '职责已划转', objectionDays: 5 };
    refused(assigned, objection, '2023-01-18', 'OBJECTION_TOO_LATE');
  });

  it('中止、撤销、合并应当有批准文件', () => {
    const suspend = (approvalDocument: string) =>
      decideTask(issued, { deed: 'SUSPEND', approvalDocument }, '2023-06-01');
    expect(() => suspend(' ')).toThrow('中止任务应当附批准文件');
    expect(suspend('区法办批〔2023〕3号')[1][0]).toMatchObject({
      to: 'SUSPENDED',
      approvalDocument: '区法办批〔2023〕3号',
    });
  });

  it('分工异议应当在规定天数内提出并说明理由', () => {
    const assigned: TaskStanding = { ...issued, state: 'ASSIGNED' };
    const object = (reason: string, today: string) =>
      decideTask(assigned, { deed: 'OBJECT', reason, objectionDays: 5 }, today)[0].state;
    expect(object('职责已划转', '2023-01-17')).toBe('OBJECTED');
    expect(() => object('职责已划转', '2023-01-18')).toThrow('应当于 2023-01-17 前（含当日）提出');
    expect(() => object('', '2023-01-17')).toThrow('提出异议应当写明理由。');
  });

  it('恢复办理 begins a new close-out', () => {
    const closed: TaskStanding = {
      ...issued,
      state: 'CLOSED',
      closeRequestedOn: '2023-10-20',
      closeRequestedBy: 'MZJ',
    };
    const [task] = decideTask(closed, { deed: 'REOPEN', reason: '抽查发现材料不实' }, '2023-11-20');
    expect(task).toMatchObject({ state: 'REOPENED', closeRequestedOn: null, closeRequestedBy: null });
  });
});

describe('牵头单位申请办结', () => {
  const supports = [
    { departmentName: '区财政局', hasReported: true },
    { departmentName: '区民政局', hasReported: false },
  ];

  it('is refused over a silent support without explanation', () => {
    expect(() => requireSupportsHeard(supports, ' ')).toThrow(
      '配合单位区民政局尚未报送进展，申请办结应当先作出书面说明。',
    );
  });

  it('passes with an explanation, which names whom it covers', () => {
    expect(requireSupportsHeard(supports, '该局本项工作已于六月移交')).toEqual(['区民政局']);
    expect(requireSupportsHeard(supports.slice(0, 1), '')).toEqual([]);
  });
});
