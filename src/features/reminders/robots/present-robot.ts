import type { DepartmentFacts } from '../../organization/organization.reader.js';
import type { DepartmentRobot } from './department-robot.entity.js';

/** A robot of a department's group; its key is never shown. */
export class RobotResponse {
  id!: string;
  /** 单位代码 */
  department!: string;
  departmentName!: string;
  /** WECOM 企业微信 · DINGTALK 钉钉 */
  kind!: 'WECOM' | 'DINGTALK';
  /** 类别的中文 */
  label!: string;
  /** ON 启用 · OFF 停用 */
  state!: 'ON' | 'OFF';
  /** 是否设有加签密钥 */
  hasSecret!: boolean;
  version!: number;
}

/** All robots. */
export class RobotListResponse {
  items!: RobotResponse[];
}

/** What became of a message that was sent to try a robot. */
export class RobotTestResponse {
  /** 群机器人是否已收下 */
  sent!: boolean;
  /** 未收下时对方的答复 */
  reason!: string;
}

const LABELS = { WECOM: '企业微信群机器人', DINGTALK: '钉钉群机器人' } as const;

export function presentRobot(
  robot: DepartmentRobot,
  departments: ReadonlyMap<string, DepartmentFacts>,
): RobotResponse {
  const department = departments.get(robot.departmentId);
  const kind = robot.kind as keyof typeof LABELS;
  return {
    id: robot.id,
    department: department?.code ?? '',
    departmentName: department?.name ?? '',
    kind,
    label: LABELS[kind],
    state: robot.state as 'ON' | 'OFF',
    hasSecret: robot.sealedSecret !== null,
    version: robot.version,
  };
}
