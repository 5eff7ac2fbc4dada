import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { ownWorkOf } from '../../../platform/auth/scope.js';
import { Clock } from '../../../platform/clock/clock.js';
import { newId } from '../../../platform/database/id.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { RobotError, Robots } from '../../../platform/notify/robots/robot.js';
import { robotNotFound, robotOff, robotPaced } from './robot.errors.js';
import { RobotKeys } from './robot-keys.js';
import { RobotStore } from './robot.store.js';

const TEXT = '【法治调度】这是一条测试消息，收到即表示本群可以接收提醒，无需办理。';

/** 发送测试消息: takes a turn in a unit, sends outside of any, records in a unit. */
@Injectable()
export class TryRobot {
  constructor(
    private readonly store: RobotStore,
    private readonly keys: RobotKeys,
    private readonly robots: Robots,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Sends a message that tells nothing; gives why it was not taken, or null. Refuses a robot that is off or at its limit. */
  async try(id: string): Promise<string | null> {
    const robot = await this.unitOfWork.run(async () => {
      const found = await this.store.one(id, ownWorkOf(currentActor()));
      if (!found) throw robotNotFound();
      if (found.state !== 'ON') throw robotOff();
      if ((await this.store.turn(found.paceId, this.clock.now())) !== null) throw robotPaced();
      return found;
    });
    let reason: string | null = null;
    try {
      await this.robots.send(this.keys.open(robot), { messageId: `test.${newId()}`, text: TEXT });
    } catch (error) {
      if (!(error instanceof RobotError)) throw error;
      reason = error.message;
    }
    await this.unitOfWork.run(async () => {
      this.audit.record({
        operation: 'reminders.tryRobot',
        objectKind: 'department_robot',
        objectId: id,
        after: { sent: reason === null, reason },
      });
    });
    return reason;
  }
}
