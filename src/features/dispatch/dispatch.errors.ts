import type { Day } from '../../domain/calendar/day.js';
import type { Month } from '../../domain/calendar/month.js';
import { DomainError } from '../../domain/refusal.js';

/** A month is asked for that lies before the ledger was issued or after its year's last round. */
export function monthOutsideLedger(month: Month, first: Month, last: Month): DomainError {
  return new DomainError(
    'INVALID',
    'MONTH_OUTSIDE_LEDGER',
    `${month} 不在本台账的调度期内（${first} 至 ${last}）。`,
    { month, first, last },
  );
}

/** 月底冻结 is as of the month's last day, so it cannot be done before that day. */
export function freezeTooEarly(month: Month, lastDay: Day, today: Day): DomainError {
  return new DomainError(
    'CONFLICT',
    'FREEZE_TOO_EARLY',
    `${month} 的台账以月末 ${lastDay} 为准冻结，今天是 ${today}，尚不能冻结；可用预览查看当前结果。`,
    { month, lastDay, today },
  );
}

/** Months are frozen in order, since 连续红灯 and 环比 look at the month before. */
export function earlierMonthOpen(month: Month, missing: Month): DomainError {
  return new DomainError(
    'CONFLICT',
    'EARLIER_MONTH_NOT_FROZEN',
    `${missing} 尚未冻结，须先办结该月，再冻结 ${month}。`,
    { month, missing },
  );
}

/** The ledger has not been issued, so nothing has been assigned yet. */
export function ledgerNotIssued(code: string): DomainError {
  return new DomainError('CONFLICT', 'LEDGER_NOT_ISSUED', `台账 ${code} 尚未印发，不能开展月调度。`, {
    code,
  });
}

/** No such ledger, or none that the caller may see. */
export function ledgerNotFound(id: string): DomainError {
  return new DomainError('NOT_FOUND', 'LEDGER_NOT_FOUND', '没有这份台账。', { id });
}

/** No such round, or none that the caller may see. */
export function roundNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'ROUND_NOT_FOUND', '没有这一轮月调度。');
}

/** The month is not frozen yet, so there is no snapshot to look at. */
export function monthNotFrozen(month: Month): DomainError {
  return new DomainError('CONFLICT', 'MONTH_NOT_FROZEN', `${month} 的台账尚未冻结，没有可查的月末快照。`, {
    month,
  });
}

/** Another process is opening or freezing this month right now. */
export function freezeInProgress(month: Month): DomainError {
  return new DomainError(
    'CONFLICT',
    'FREEZE_IN_PROGRESS',
    `${month} 的台账正在由另一进程开启或冻结，请稍候再查结果。`,
    {
      month,
    },
  );
}

/** A reminder to be answered or dismissed does not exist for this caller. */
export function reminderNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'REMINDER_NOT_FOUND', '没有这条提醒。');
}

/** Only issued reminders can be answered or dismissed. */
export function reminderSettled(): DomainError {
  return new DomainError('CONFLICT', 'REMINDER_SETTLED', '这条提醒已经答复或撤销，不能重复办理。');
}
