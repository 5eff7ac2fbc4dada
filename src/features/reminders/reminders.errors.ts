import { DomainError } from '../../domain/refusal.js';

/** No such digest, or none that the caller may see. */
export function digestNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'DIGEST_NOT_FOUND', '没有这份提醒汇总。');
}

/** Signed for already; who signed first stays on the record. */
export function digestSigned(signedOn: string): DomainError {
  return new DomainError('CONFLICT', 'DIGEST_SIGNED', `这份提醒汇总已于 ${signedOn} 签收，无需重复签收。`, {
    signedOn,
  });
}

/** Only the department addressed signs. */
export function notYoursToSign(): DomainError {
  return new DomainError('FORBIDDEN', 'DIGEST_NOT_YOURS', '只有收件单位的联络员或者负责人可以签收。');
}

/** The addressee has no e-mail address. */
export function nothingToSend(): DomainError {
  return new DomainError(
    'CONFLICT',
    'DIGEST_NOT_MAILED',
    '这份提醒汇总没有邮件可发，请当面送达；如收件人已有邮箱，请先在岗位中登记。',
  );
}

export function beingSent(): DomainError {
  return new DomainError('CONFLICT', 'DIGEST_BEING_SENT', '这份提醒汇总正在发送，请稍后查看结果。');
}

export function deliveryNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'DELIVERY_NOT_FOUND', '没有这一件待送达的提醒。');
}

/** Only what failed or was given up is tried again. */
export function deliveryNotToRetry(state: 'SENT' | 'QUEUED'): DomainError {
  const why = state === 'SENT' ? '已经发出' : '已在等待发送';
  return new DomainError('CONFLICT', 'DELIVERY_NOT_TO_RETRY', `这一件${why}，无需重试。`, { state });
}

export function deliverySigned(signedOn: string): DomainError {
  return new DomainError('CONFLICT', 'DELIVERY_SIGNED', `收件单位已于 ${signedOn} 签收，无需再送。`, {
    signedOn,
  });
}

export function deliveryRobotOff(): DomainError {
  return new DomainError(
    'CONFLICT',
    'DELIVERY_ROBOT_OFF',
    '该单位的群机器人已停用或者已不在，请先在“群机器人”页启用后再重试。',
  );
}
