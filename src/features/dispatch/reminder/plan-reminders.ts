import { addToMonth, type Month } from '../../../domain/calendar/month.js';
import { daysBetween, type Day } from '../../../domain/calendar/day.js';
import {
  addWorkingDays,
  nextWorkingDay,
  type WorkingCalendar,
} from '../../../domain/calendar/working-calendar.js';
import { dueReminders, type ReminderFacts } from '../../../domain/reminder/due-reminders.js';
import type { Ladder } from '../../../domain/reminder/ladder.js';
import type { DueReminder, IssuedReminder } from '../../../domain/reminder/reminder.js';
import type { Register } from '../../../domain/snapshot/register-row.js';
import { standingOf, type TaskState } from '../../../domain/task/task-lifecycle.js';
import type { TaskFacts } from '../../ledger/ledger.reader.js';

/** A reminder that has fallen due, with what it is about and for which department. */
export interface PlannedReminder {
  subjectKind: 'TASK' | 'MILESTONE' | 'REPORT' | Register;
  subjectId: string;
  /** Null for a thing of another register. */
  taskId: string | null;
  /** Of a thing of another register, as it is told; null for tasks, which are looked up. */
  subjectNumber: string | null;
  subjectTitle: string | null;
  departmentId: string;
  due: DueReminder;
}

/** What reminders are decided from, besides the tasks. */
export interface ReminderGround {
  /** The day the deciding is done as of. */
  asOf: Day;
  /** The real office day; nothing is sent before it. */
  today: Day;
  /** The last frozen month, up to which red streaks count. */
  redUpTo: Month;
  ladder: Ladder;
  calendar: WorkingCalendar;
}

/**
 * The reminders of a task and of its open nodes that have fallen due and are not issued: pure. They go to the first
 * lead, who answers for the task; a month made up later sends nothing into the past.
 */
export function planReminders(
  task: TaskFacts,
  redMonths: number,
  issued: ReadonlyMap<string, readonly IssuedReminder[]>,
  ground: ReminderGround,
): PlannedReminder[] {
  const lead = task.assignments.find((part) => part.isFirstLead && part.state !== 'WITHDRAWN');
  if (!lead || standingOf(task.state as TaskState) !== 'OPEN') return [];
  const { asOf, ladder, calendar } = ground;
  const about = (kind: 'TASK' | 'MILESTONE', facts: ReminderFacts): PlannedReminder[] =>
    dueReminders(facts, issued.get(facts.subject) ?? [], asOf, ladder, calendar).map((due) => ({
      subjectKind: kind,
      subjectId: facts.subject,
      taskId: task.id,
      subjectNumber: null,
      subjectTitle: null,
      departmentId: lead.departmentId,
      due: notIntoThePast(due, ground),
    }));
  return [
    ...about('TASK', factsOfTask(task, redMonths, ground.redUpTo)),
    ...task.milestones
      .filter((node) => node.doneOn === null && node.startsOn <= asOf && worthAsking(node.dueOn, ground))
      .flatMap((node) => about('MILESTONE', factsOfNode(node))),
  ];
}

/** Sent on the next working day from the real today; the days to answer are counted from there. */
function notIntoThePast(due: DueReminder, { today, calendar }: ReminderGround): DueReminder {
  if (due.sendOn >= today) return due;
  const sendOn = nextWorkingDay(calendar, today).day;
  const days = due.paper.replyWorkingDays;
  return { ...due, sendOn, replyBy: days === null ? null : addWorkingDays(calendar, sendOn, days).day };
}

/** A node far ahead has nothing due; a year of weekly periods would otherwise be asked one by one. */
function worthAsking(dueOn: Day, { asOf, ladder }: ReminderGround): boolean {
  const widest = ladder.rungs[0]?.days ?? 0;
  return daysBetween(asOf, dueOn) <= widest + 31;
}

function factsOfTask(task: TaskFacts, redMonths: number, redUpTo: Month): ReminderFacts {
  const hasNodes = task.deadlineKind === 'recurring' && task.milestones.length > 0;
  return {
    subject: task.id,
    isOpen: true,
    due: hasNodes ? null : task.dueOn,
    deadlineVersion: task.deadlineVersion,
    closingInTime:
      task.closeRequestedOn !== null && task.dueOn !== null && task.closeRequestedOn <= task.dueOn,
    daysInReview: task.daysInReview,
    redMonths,
    redSince: redMonths > 0 ? addToMonth(redUpTo, 1 - redMonths) : null,
    redLatest: redMonths > 0 ? redUpTo : null,
  };
}

function factsOfNode(node: TaskFacts['milestones'][number]): ReminderFacts {
  return {
    subject: node.id,
    isOpen: true,
    due: node.dueOn,
    deadlineVersion: node.deadlineVersion,
    closingInTime: false,
    daysInReview: 0,
    redMonths: 0,
    redSince: null,
    redLatest: null,
  };
}
