import { scatter } from './scatter.js';
import { readRows, sourceFile } from './read-rows.js';
import { returned, taken, takenOn, type ReportRow } from './report-row.js';
import { yearAssignments } from './year-assignments.js';

type Story = Record<string, string>;

/** Lead reports the office sent back: what came in first, and why it was refused. */
const sentBack: Record<string, { text: string; reason: string; again: boolean }> = {
  '9/ZFB/6': {
    text: '目录内事项正在按程序推进，总体情况平稳',
    reason: '未逐项写明四个事项各自所处环节，请补充后重新报送',
    again: true,
  },
  '23/SFJ/4': {
    text: '各单位自查工作陆续展开，整体进展顺利',
    reason: '没有报送单位数量和主要问题，请补充数据后重报',
    again: true,
  },
  '24/SFJ/11': { text: '', reason: '未附五家单位得分和等次建议，评议结果无法核定，请补充', again: false },
};

/** Reports of months in which the work had to be handed in before the usual days, since the task fell due mid-month. */
const early: Record<string, { submittedOn: string; decidedOn: string }> = {
  '35/2': { submittedOn: '2023-02-07', decidedOn: '2023-02-08' },
  '22/9': { submittedOn: '2023-09-12', decidedOn: '2023-09-13' },
  '19/12': { submittedOn: '2023-12-08', decidedOn: '2023-12-11' },
  '20/12': { submittedOn: '2023-12-08', decidedOn: '2023-12-11' },
};

/** Days of an early month of a task, or undefined where the usual days hold. */
export function earlyDays(
  task: string,
  month: number,
): { submittedOn: string; decidedOn: string } | undefined {
  return early[`${task}/${month}`];
}

/** Every lead report of the year, from the storylines written one by one. */
export function leadReports(): ReportRow[] {
  const closing = new Map(yearAssignments().map((one) => [`${one.task}/${one.department}`, one.closesIn]));
  return readRows(sourceFile('storylines.csv')).flatMap((story) => {
    const key = `${story.task}/${story.department}/${story.month}`;
    const month = Number(story.month);
    const closes = closing.get(`${story.task}/${story.department}`) === month;
    const back = sentBack[key];
    const facts = { ...factsOf(story), month };
    const days = earlyDays(facts.task, month);
    if (days) return [takenOn(facts, days, scatter(key))];
    if (!back) return [taken(facts, scatter(key), closes)];
    const first = returned({ ...facts, text: back.text || facts.text }, back.reason, scatter(key));
    return back.again ? [first, taken(facts, 0, true)] : [{ ...first, decidedOn: '2023-11-28' }];
  });
}

function factsOf(story: Story) {
  return {
    task: story.task ?? '',
    department: story.department ?? '',
    progress: Number(story.progress),
    verified: Number(story.verified === '' ? story.progress : story.verified),
    count: story.count ?? '',
    text: story.text ?? '',
    problems: story.problems ?? '',
    nextStep: story.nextStep ?? '',
  };
}
