import { daysBetween, type Day } from '../calendar/day.js';
import type { LightThresholds } from './light-thresholds.js';

/** 四色预警: only nearness to the deadline, for offices that show four colours; lights themselves stay as they are. */
export type DueWarning = 'BLUE' | 'YELLOW' | 'ORANGE' | 'RED';

/** Takes the due day (inclusive) and today; gives the colour, or null when the deadline is far or undetermined. */
export function dueWarning(due: Day | null, today: Day, thresholds: LightThresholds): DueWarning | null {
  if (due === null) return null;
  const left = daysBetween(today, due);
  const { blue, yellow, orange } = thresholds.warningDays;
  if (left < 0) return 'RED';
  if (left <= orange) return 'ORANGE';
  if (left <= yellow) return 'YELLOW';
  return left <= blue ? 'BLUE' : null;
}
