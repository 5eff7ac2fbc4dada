import { DomainError } from '../../../domain/refusal.js';

export function runNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'QUEUE_RUN_NOT_FOUND', '没有这一期任务。');
}

/** Done, or represented by a later one. */
export function runSettled(word: string): DomainError {
  return new DomainError('CONFLICT', 'QUEUE_RUN_SETTLED', `这一期任务${word}，无需重试。`);
}

/** A process shows signs of life for it. */
export function runAtWork(): DomainError {
  return new DomainError('CONFLICT', 'QUEUE_RUN_AT_WORK', '这一期任务正在办理，请稍后查看结果。');
}

/** A job of which only the newest slot counts has gone on. */
export function runNotDue(): DomainError {
  return new DomainError(
    'CONFLICT',
    'QUEUE_RUN_NOT_DUE',
    '这一期任务已不在应办之列（后一期会一并办理），无需重试；后一期办成后，本条自动销去。',
  );
}

/** Too many missed slots; its sentence is also what the list of due slots advises. */
export function runHeld(): DomainError {
  return new DomainError(
    'CONFLICT',
    'QUEUE_RUN_HELD',
    '漏办超过 3 期，为防服务器时间有误，不自动补办；请先核对服务器时间，再用命令 diaodu dispatch run 由早到晚逐月办理。',
  );
}

export function eventNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'QUEUE_EVENT_NOT_FOUND', '没有这一件待发事项。');
}

/** Only what failed is tried again. */
export function eventNotToRetry(isDone: boolean): DomainError {
  const why = isDone ? '已经办结' : '还未办过，正在排队';
  return new DomainError('CONFLICT', 'QUEUE_EVENT_NOT_TO_RETRY', `这一件待发事项${why}，无需重试。`);
}

/** Some process holds its row. */
export function eventAtWork(): DomainError {
  return new DomainError('CONFLICT', 'QUEUE_EVENT_AT_WORK', '这一件待发事项正在办理，请稍后查看结果。');
}
