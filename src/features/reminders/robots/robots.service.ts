import { Injectable } from '@nestjs/common';
import { WHOLE_INSTALLATION } from '../../../domain/access/jurisdiction.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { ownWorkOf } from '../../../platform/auth/scope.js';
import { newId } from '../../../platform/database/id.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { staleVersion } from '../../../platform/database/version.js';
import { robotKeyIn } from '../../../platform/notify/robots/robot-key.js';
import type { RobotKey, RobotKind } from '../../../platform/notify/robots/robot.js';
import { OrganizationReader } from '../../organization/organization.reader.js';
import type { DepartmentRobot } from './department-robot.entity.js';
import { robotDepartmentUnknown, robotExists, robotKeyInvalid, robotNotFound } from './robot.errors.js';
import { RobotKeys } from './robot-keys.js';
import { RobotStore } from './robot.store.js';

/**
 * Robots of departments' groups, kept like the addresses of posts: each office keeps those of its own jurisdiction, and
 * another's are not there for it. What is recorded of them never holds a key.
 */
@Injectable()
export class RobotsService {
  constructor(
    private readonly store: RobotStore,
    private readonly keys: RobotKeys,
    private readonly organization: OrganizationReader,
    private readonly audit: AuditTrail,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  all(): Promise<DepartmentRobot[]> {
    return this.store.all(ownWorkOf(currentActor()));
  }

  /** Enters a robot, switched on. Refuses an unknown department, a second one of a kind and a key that is none. */
  add(code: string, kind: RobotKind, pasted: string, secret: string | null): Promise<DepartmentRobot> {
    return this.unitOfWork.run(async () => {
      const department = await this.organization.departmentByCode(code);
      if (!department || !isKept(department)) throw robotDepartmentUnknown(code);
      if (await this.store.ofDepartment(department.id, kind)) throw robotExists();
      const id = newId();
      const sealed = this.keys.seal(id, keyOf(kind, pasted, secret));
      const robot = { id, departmentId: department.id, kind, ...sealed, state: 'ON', version: 1 };
      await this.store.add(robot);
      this.record('reminders.addRobot', id, null, {
        department: code,
        kind,
        state: 'ON',
        signed: secret !== null,
      });
      return robot;
    });
  }

  /** Puts another key in the place of a robot's. */
  replaceKey(id: string, version: number, pasted: string, secret: string | null): Promise<DepartmentRobot> {
    return this.change(id, version, 'reminders.changeRobotKey', (robot) => {
      const sealed = this.keys.seal(id, keyOf(robot.kind as RobotKind, pasted, secret));
      return { changes: sealed, before: null, after: { kind: robot.kind, signed: secret !== null } };
    });
  }

  /** Switches a robot on or off; what waits for one that is off is given up in the open. */
  turn(id: string, version: number, state: 'ON' | 'OFF'): Promise<DepartmentRobot> {
    return this.change(id, version, 'reminders.switchRobot', (robot) => ({
      changes: { state },
      before: { state: robot.state },
      after: { state },
    }));
  }

  private change(
    id: string,
    version: number,
    operation: string,
    decide: (robot: DepartmentRobot) => Change,
  ): Promise<DepartmentRobot> {
    return this.unitOfWork.run(async () => {
      const robot = await this.store.one(id, ownWorkOf(currentActor()));
      if (!robot) throw robotNotFound();
      if (robot.version !== version) throw staleVersion('department_robot', robot, version);
      const { changes, before, after } = decide(robot);
      await this.store.change(robot, changes);
      this.record(operation, id, before, after);
      return { ...robot, ...changes, version: version + 1 };
    });
  }

  private record(operation: string, objectId: string, before: object | null, after: object): void {
    this.audit.record({
      operation,
      objectKind: 'department_robot',
      objectId,
      before,
      after,
    });
  }
}

interface Change {
  changes: Partial<DepartmentRobot>;
  before: object | null;
  after: object;
}

/** Whether the actor's office keeps the means of delivery of this department. */
function isKept({ jurisdiction }: { jurisdiction: string }): boolean {
  const own = currentActor().jurisdiction;
  return own === WHOLE_INSTALLATION || own === jurisdiction;
}

function keyOf(kind: RobotKind, pasted: string, secret: string | null): RobotKey {
  const key = robotKeyIn(kind, pasted);
  if (key === null || (kind === 'WECOM' && secret !== null)) throw robotKeyInvalid();
  return { kind, key, secret };
}
