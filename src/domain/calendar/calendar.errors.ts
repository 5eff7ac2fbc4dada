import { DomainError } from '../refusal.js';

/** One line of a holiday file that could not be taken, counted from 1. */
export interface HolidayLineError {
  readonly line: number;
  readonly message: string;
}

/** The holiday file is refused as a whole; every bad line is named. */
export function holidayFileRefused(errors: readonly HolidayLineError[]): DomainError {
  const listed = errors.slice(0, 10).map((error) => `第${error.line}行：${error.message}`);
  const more = errors.length > listed.length ? `；另有 ${errors.length - listed.length} 处` : '';
  return new DomainError(
    'INVALID',
    'HOLIDAY_FILE_INVALID',
    `节假日文件有误，未导入。${listed.join('；')}${more}。`,
    { errors },
  );
}

/** The notice is refused because one sentence cannot be read for sure; nothing of it is taken. */
export function holidayNoticeUnread(sentence: string, reason: string): DomainError {
  return new DomainError(
    'INVALID',
    'HOLIDAY_NOTICE_UNREAD',
    `节假日安排通知读不懂，未导入：“${sentence}”（${reason}）。请核对原文，或改用节假日表格导入。`,
    { sentence, reason },
  );
}
