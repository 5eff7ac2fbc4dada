import type { BoardLine } from '../board/board-line.js';
import type { FrozenLights } from './frozen-lights.store.js';
import type { LightCountsView, MonthLightsView, RedView } from './present-lights.js';

/** A line's light as the asker sees it: the task's, or his own department's. */
export interface SeenLight {
  line: BoardLine;
  light: NonNullable<BoardLine['light']>;
  /** Whose light it is. */
  department: { code: string; name: string };
}

const NOBODY = { code: '', name: '' };

/** Lines with the lights an asker sees; tasks never issued have none, a department has those of its own parts. */
export function seenLights(lines: readonly BoardLine[], departmentId: string | null): SeenLight[] {
  return lines.flatMap((line) => {
    const light = departmentId === null ? line.light : line.ownLights.get(departmentId);
    if (!light) return [];
    const own = [line.lead, ...line.supports].find((each) => each?.id === departmentId);
    return [{ line, light, department: (departmentId === null ? line.lead : own) ?? NOBODY }];
  });
}

/** Numbers per light. */
export function tally(lights: readonly { light: { light: string } }[]): LightCountsView {
  const counts: LightCountsView = { GREEN: 0, YELLOW: 0, RED: 0, DONE: 0, GREY: 0 };
  for (const { light } of lights) counts[light.light as keyof LightCountsView] += 1;
  return counts;
}

/** The reds, longest and most overdue first. */
export function redList(lights: readonly SeenLight[], limit: number): RedView[] {
  const reds = lights.filter(({ light }) => light.light === 'RED');
  const worst = (a: SeenLight, b: SeenLight): number =>
    b.light.redMonths - a.light.redMonths ||
    b.light.overdueDays - a.light.overdueDays ||
    (a.line.task.sortKey < b.line.task.sortKey ? -1 : 1);
  return reds
    .sort(worst)
    .slice(0, limit)
    .map(({ line: { task }, light, department }) => ({
      ledgerId: task.ledgerId,
      taskId: task.id,
      taskNumber: task.number,
      taskTitle: task.title,
      department: department.code,
      departmentName: department.name,
      rule: light.rule,
      explanation: light.explanation,
      overdueDays: light.overdueDays,
      redMonths: light.redMonths,
      dueOn: task.dueOn,
    }));
}

/** Frozen months with their numbers, oldest first. */
export function trendOf(rows: readonly FrozenLights[]): MonthLightsView[] {
  const months = new Map<string, LightCountsView>();
  for (const { month, light, n } of rows) {
    const lights = months.get(month) ?? tally([]);
    lights[light as keyof LightCountsView] += n;
    months.set(month, lights);
  }
  return [...months].map(([month, lights]) => ({ month, lights }));
}
