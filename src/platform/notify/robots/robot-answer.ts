import { RobotError, type RobotFault, type RobotKind } from './robot.js';

/** Codes that say the robot is too fast (both makers: 20 messages a minute; DingTalk then takes none for ten minutes). */
const TOO_FAST: Readonly<Record<RobotKind, readonly number[]>> = {
  WECOM: [45009, 45033],
  DINGTALK: [130101, 410100],
};

/** Codes that no repetition will change: unknown, stopped or removed robot, refused content. */
const NEVER: Readonly<Record<RobotKind, readonly number[]>> = {
  WECOM: [40008, 40058, 93000],
  DINGTALK: [300001, 300005, 310000, 400013, 400101, 400102, 400105, 400106, 430101, 430102, 430103, 430104],
};

const LONGEST_WORDS = 200;

/**
 * Pure: takes status and body of an answer; gives null when the message was taken. Both makers answer 200 whatever
 * happened and say in `errcode` what did; an answer that cannot be read is not taken for a success.
 */
export function readAnswer(kind: RobotKind, status: number, body: string): RobotError | null {
  if (status === 429) return new RobotError('HTTP 429', 'TOO_FAST');
  const answer = parsed(body);
  if (typeof answer?.errcode !== 'number') return new RobotError(`HTTP ${status}，答复无法识别`, 'LATER');
  if (answer.errcode === 0 && status === 200) return null;
  const words = typeof answer.errmsg === 'string' ? answer.errmsg.slice(0, LONGEST_WORDS) : '';
  return new RobotError(`errcode ${answer.errcode} ${words}`.trim(), faultOf(kind, answer.errcode));
}

function faultOf(kind: RobotKind, code: number): RobotFault {
  if (TOO_FAST[kind].includes(code)) return 'TOO_FAST';
  return NEVER[kind].includes(code) ? 'NEVER' : 'LATER';
}

function parsed(body: string): { errcode?: unknown; errmsg?: unknown } | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
