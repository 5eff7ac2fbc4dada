import { DomainError } from '../../domain/refusal.js';

export function calendarYearMismatch(asked: number, found: number): DomainError {
  return new DomainError(
    'INVALID',
    'CALENDAR_YEAR_MISMATCH',
    `要导入的是 ${asked} 年，文件写的是 ${found} 年的安排，请核对。`,
  );
}

export function calendarNoticeMismatch(given: string, found: string): DomainError {
  return new DomainError(
    'INVALID',
    'CALENDAR_NOTICE_MISMATCH',
    `填写的文号“${given}”与文件中的文号“${found}”不一致，请核对。`,
  );
}

export function calendarNoticeMissing(): DomainError {
  return new DomainError(
    'INVALID',
    'CALENDAR_NOTICE_MISSING',
    '正式安排应当注明通知文号（如 国办发明电〔2022〕16号）；尚无文号的请标为暂定（PROVISIONAL）。',
  );
}

export function calendarYearUnknown(year: number): DomainError {
  return new DomainError('NOT_FOUND', 'CALENDAR_YEAR_UNKNOWN', `${year} 年尚未导入节假日安排。`);
}
