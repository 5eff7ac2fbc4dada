import { lightLabels } from '../../domain/light/light.js';
import { paceLabels } from '../../domain/light/pace.js';
import type { MonthResult } from './month-result.js';

const LIGHTS = ['DONE', 'GREEN', 'YELLOW', 'RED', 'GREY'] as const;
const SHAPES: Readonly<Record<(typeof LIGHTS)[number], string>> = {
  DONE: '✔',
  GREEN: '●',
  YELLOW: '▲',
  RED: '■',
  GREY: '○',
};

/** A month's result as a person reads it in a terminal: totals, lights with shape and word, the overdue list with reasons. */
export function monthText(title: string, result: MonthResult): string {
  const { ahead, onSchedule, behind, done, other } = result.progress;
  const lights = LIGHTS.map((light) => `${SHAPES[light]} ${lightLabels[light]} ${result.lights[light]}`).join(
    '　',
  );
  const pace = [
    `${paceLabels.AHEAD} ${ahead}`,
    `${paceLabels.ON_SCHEDULE} ${onSchedule}`,
    `${paceLabels.BEHIND} ${behind}`,
    `${paceLabels.DONE} ${done}`,
    `${paceLabels.OTHER} ${other}`,
  ].join('　');
  return [
    `《${title}》${result.month} 月调度（以 ${result.asOf} 为准${result.alreadyDone ? '，此前已冻结' : ''}）`,
    `任务 ${result.tasks} 项　${lights}`,
    `序时进度　${pace}`,
    `逾期标记：新增 ${result.flags.raised}，解除 ${result.flags.cleared}；提醒文书：新发 ${result.reminders.created}，此前已发 ${result.reminders.existing}`,
    ...(result.overdue.length === 0 ? ['没有逾期任务。'] : [`逾期任务 ${result.overdue.length} 项：`]),
    ...result.overdue.map(
      (line) => `  ■ ${line.number}. ${line.title}（${line.department}）\n      ${line.explanation}`,
    ),
    `快照校验值 ${result.snapshotSha256}`,
  ].join('\n');
}
