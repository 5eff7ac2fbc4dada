import { Injectable } from '@nestjs/common';
import { confine, within, type Scope } from '../../../platform/auth/scope.js';
import { Database } from '../../../platform/database/database.js';
import { updateVersioned } from '../../../platform/database/version.js';
import { DepartmentRobot } from './department-robot.entity.js';
import { takeTurn } from './take-turn.js';

const DEPARTMENT = { department: 'r.departmentId' };

/** Tables of departments' robots and of their pace. */
@Injectable()
export class RobotStore {
  constructor(private readonly db: Database) {}

  /** Robots of departments within a scope. */
  all(scope: Scope): Promise<DepartmentRobot[]> {
    const query = this.db.reader.createQueryBuilder(DepartmentRobot, 'r');
    confine(query, within(scope, DEPARTMENT));
    return query.orderBy('r.departmentId').addOrderBy('r.kind').getMany();
  }

  /** The robot a delivery is addressed to, or null; jobs deliver for everybody. */
  addressed(id: string): Promise<DepartmentRobot | null> {
    return this.db.reader.findOneBy(DepartmentRobot, { id });
  }

  /** A robot of a department within a scope, or null. */
  one(id: string, scope: Scope): Promise<DepartmentRobot | null> {
    const query = this.db.reader.createQueryBuilder(DepartmentRobot, 'r').where('r.id = :id', { id });
    confine(query, within(scope, DEPARTMENT));
    return query.getOne();
  }

  ofDepartment(departmentId: string, kind: string): Promise<DepartmentRobot | null> {
    return this.db.reader.findOneBy(DepartmentRobot, { departmentId, kind });
  }

  /** Robots that a department's digests go to. */
  inUse(departmentId: string): Promise<DepartmentRobot[]> {
    return this.db.reader.find(DepartmentRobot, {
      where: { departmentId, state: 'ON' },
      order: { kind: 'ASC' },
    });
  }

  async add(robot: DepartmentRobot): Promise<void> {
    await this.db.writer.insert(DepartmentRobot, robot);
    await this.pace(robot.paceId);
  }

  async change(robot: DepartmentRobot, changes: Partial<DepartmentRobot>): Promise<void> {
    await updateVersioned(this.db, DepartmentRobot, robot, changes);
    if (changes.paceId) await this.pace(changes.paceId);
  }

  /**
   * Takes one turn of a robot within the open unit; gives the instant to wait for where it is too early, else null. The
   * row stays locked until the unit ends, so that any number of processes share the one limit.
   */
  async turn(paceId: string, now: number): Promise<number | null> {
    const { rows } = await this.db.write<{ recent: string; freeAt: number }>(
      'UPDATE robot_pace SET free_at = free_at WHERE id = ? RETURNING recent, free_at AS "freeAt"',
      [paceId],
    );
    const row = rows[0];
    if (!row) throw new Error('a robot has no row of its pace');
    const turn = takeTurn({ recent: JSON.parse(row.recent) as number[], freeAt: row.freeAt }, now);
    if ('waitUntil' in turn) return turn.waitUntil;
    await this.db.write('UPDATE robot_pace SET recent = ? WHERE id = ?', [
      JSON.stringify(turn.pace.recent),
      paceId,
    ]);
    return null;
  }

  /** The maker's server wants silence until an instant. */
  async hold(paceId: string, until: number): Promise<void> {
    await this.db.write('UPDATE robot_pace SET free_at = ? WHERE id = ? AND free_at < ?', [
      until,
      paceId,
      until,
    ]);
  }

  private async pace(id: string): Promise<void> {
    await this.db.write(
      `INSERT INTO robot_pace (id, recent, free_at) VALUES (?, '[]', 0) ON CONFLICT DO NOTHING`,
      [id],
    );
  }
}
