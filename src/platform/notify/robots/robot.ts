/** Whose group robot: 企业微信 or 钉钉. */
export type RobotKind = 'WECOM' | 'DINGTALK';

/** What a robot is reached by; never shown, logged or recorded. */
export interface RobotKey {
  kind: RobotKind;
  /** The key of the address the robot was given; the host is a constant of this program. */
  key: string;
  /** 加签 of DingTalk; null where the robot was set up without. */
  secret: string | null;
}

/** One message to one group. */
export interface RobotMessage {
  /** Constant for the thing it tells of, so that a doubled transmission can be told; stands in the text. */
  messageId: string;
  text: string;
}

/** Sends messages to groups. Two drivers: the makers' servers, and files in the data folder. */
export abstract class Robots {
  /** Resolves when the message has been taken; rejects with a {@link RobotError}. Never called inside a unit of work. */
  abstract send(to: RobotKey, message: RobotMessage): Promise<void>;
}

/** Why a message was not taken: it will never be, it may be later, or the robot is sending too fast. */
export type RobotFault = 'NEVER' | 'LATER' | 'TOO_FAST';

/** A message was not taken. Its text holds the server's words and never the key. */
export class RobotError extends Error {
  constructor(
    message: string,
    readonly fault: RobotFault,
  ) {
    super(message);
    this.name = 'RobotError';
  }
}
