import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SecretBox } from '../../../platform/auth/secret-box.js';
import { RobotError, type RobotKey, type RobotKind } from '../../../platform/notify/robots/robot.js';
import type { DepartmentRobot } from './department-robot.entity.js';

/** What of a robot's row comes from its key. */
export type SealedKey = Pick<DepartmentRobot, 'sealedKey' | 'sealedSecret' | 'paceId'>;

/** Seals the keys of robots and opens them for sending. */
@Injectable()
export class RobotKeys {
  constructor(private readonly box: SecretBox) {}

  seal(id: string, { kind, key, secret }: RobotKey): SealedKey {
    return {
      sealedKey: this.box.seal(key, id),
      sealedSecret: secret === null ? null : this.box.seal(secret, id),
      paceId: createHash('sha256').update(`${kind}:${key}`).digest('hex'),
    };
  }

  /** The key of a robot in use. Refuses for good (RobotError) one that is gone, switched off or sealed with another key. */
  open(robot: DepartmentRobot | null): RobotKey {
    if (robot?.state !== 'ON') throw new RobotError('机器人已停用', 'NEVER');
    const key = this.box.open(robot.sealedKey, robot.id);
    const secret = robot.sealedSecret === null ? null : this.box.open(robot.sealedSecret, robot.id);
    if (key === null || (secret === null && robot.sealedSecret !== null))
      throw new RobotError('机器人密钥无法解开，请重新填写', 'NEVER');
    return { kind: robot.kind as RobotKind, key, secret };
  }
}
