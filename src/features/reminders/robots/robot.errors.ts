import { DomainError } from '../../../domain/refusal.js';

export function robotNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'ROBOT_NOT_FOUND', '没有这个群机器人。');
}

/** A department has one robot of a kind. */
export function robotExists(): DomainError {
  return new DomainError('CONFLICT', 'ROBOT_EXISTS', '该单位已有同类群机器人，请更换其密钥或者将其启用。');
}

export function robotDepartmentUnknown(code: string): DomainError {
  return new DomainError('INVALID', 'ROBOT_DEPARTMENT_UNKNOWN', `没有代码为“${code}”的单位。`, { code });
}

/** Neither a key nor the address of the maker's own server. */
export function robotKeyInvalid(): DomainError {
  return new DomainError(
    'INVALID',
    'ROBOT_KEY_INVALID',
    '密钥格式不对，请粘贴群机器人的 Webhook 地址或者其中的密钥；只接受企业微信、钉钉官方地址，加签密钥（SEC 开头）仅用于钉钉。',
  );
}

export function robotOff(): DomainError {
  return new DomainError('CONFLICT', 'ROBOT_OFF', '该群机器人已停用，请先启用再发送测试消息。');
}

/** The limit of the minute is used up. */
export function robotPaced(): DomainError {
  return new DomainError(
    'CONFLICT',
    'ROBOT_PACED',
    '该群机器人近一分钟内发送已达上限或者被限流，请稍后再试。',
  );
}
