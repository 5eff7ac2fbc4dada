import { canonicalJson } from './canonical-json.js';
import type { Register, RegisterRow } from './register-row.js';
import { noTotals, type LightCounts } from './snapshot-totals.js';

/** A number a register stands with in a month, e.g. 目录事项 4; by name, so that one more changes no other. */
export type RegisterFigures = Readonly<Record<string, number | null>>;

/** What the other registers add to a month: their things, and the numbers they stood with. */
export interface MonthRegisters {
  rows: readonly RegisterRow[];
  figures: Partial<Record<Register, RegisterFigures>>;
}

/** One line of the month's hash per thing, then one per register's numbers; none where a register is empty. */
export function registerLines({ rows, figures }: MonthRegisters): string[] {
  const registers = (Object.keys(figures) as Register[]).sort((a, b) => (a < b ? -1 : 1));
  return [
    ...rows.map(registerLine),
    ...registers.map((register) => canonicalJson({ register, figures: figures[register] })),
  ];
}

/** A thing as canonical JSON: keys, light, rule and days. Words follow from them and may be worded better one day. */
export function registerLine(row: RegisterRow): string {
  const { register, number, departmentCode: department, light, rule, dueOn, overdueDays } = row;
  return canonicalJson({ register, number, department, light, rule, dueOn, overdueDays });
}

/** Things per light of each register that has any. */
export function registerLights(
  rows: readonly Pick<RegisterRow, 'register' | 'light'>[],
): Partial<Record<Register, LightCounts>> {
  const lights: Partial<Record<Register, LightCounts>> = {};
  for (const { register, light } of rows) (lights[register] ??= noTotals().lights)[light] += 1;
  return lights;
}
