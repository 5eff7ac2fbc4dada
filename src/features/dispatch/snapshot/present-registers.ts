import type { Light } from '../../../domain/light/light.js';
import type { Register, RegisterRow } from '../../../domain/snapshot/register-row.js';
import { registerLights } from '../../../domain/snapshot/register-text.js';
import type { LightCountsResponse } from '../present-month.js';

/** 重大行政决策或者出庭应诉的一个事项在一个月的情况 */
export class RegisterRowResponse {
  /** DECISIONS 重大行政决策 · HEARINGS 行政机关负责人出庭应诉 */
  register!: Register;
  number!: string;
  title!: string;
  departmentCode!: string;
  departmentName!: string;
  /** 所处环节 */
  standing!: string;
  light!: Light;
  /** 亮灯依据的规则 */
  rule!: string;
  /** 亮灯缘由 */
  explanation!: string;
  dueOn!: string | null;
  overdueDays!: number;
}

/** 一个台账各色灯的事项数 */
export class RegisterLightsResponse {
  register!: Register;
  total!: number;
  lights!: LightCountsResponse;
}

/** 一个月里其他台账的情况；不计入任务数 */
export class RegistersResponse {
  totals!: RegisterLightsResponse[];
  rows!: RegisterRowResponse[];
}

export function presentRegisters(rows: readonly RegisterRow[]): RegistersResponse {
  const lights = registerLights(rows);
  const totals = (Object.keys(lights) as Register[]).flatMap((register) => {
    const counts = lights[register];
    const total = rows.filter((row) => row.register === register).length;
    return counts ? [{ register, total, lights: counts }] : [];
  });
  return { totals, rows: rows.map(presentRegisterRow) };
}

function presentRegisterRow(row: RegisterRow): RegisterRowResponse {
  const { register, number, title, departmentCode, departmentName, standing } = row;
  const { light, rule, explanation, dueOn, overdueDays } = row;
  return { register, number, title, departmentCode, departmentName, standing, light, rule, explanation, dueOn, overdueDays }; // prettier-ignore
}
