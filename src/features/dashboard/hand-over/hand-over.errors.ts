import { DomainError } from '../../../domain/refusal.js';

/** A post that is none, one of another department and one of the office itself are told alike. */
export function handOverPostUnknown(): DomainError {
  return new DomainError(
    'NOT_FOUND',
    'HAND_OVER_POST_UNKNOWN',
    '没有这个联络员或者负责人岗位，或者您无权查看其交接。',
  );
}

export function handOverNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'HAND_OVER_NOT_FOUND', '该岗位没有这次交接。');
}

/** Only who takes over confirms, once his term has begun. */
export function notTheSuccessor(successor: string): DomainError {
  return new DomainError('FORBIDDEN', 'HAND_OVER_NOT_YOURS', `交接由接任人${successor}到任后本人确认。`, {
    successor,
  });
}

export function handOverConfirmed(confirmedOn: string): DomainError {
  return new DomainError(
    'CONFLICT',
    'HAND_OVER_CONFIRMED',
    `这次交接已于 ${confirmedOn} 确认，无需再次确认。`,
    {
      confirmedOn,
    },
  );
}
