import { closeOutPending, closeOutTaskState } from './close-out.errors.js';
import type { CloseOutRecord } from './close-out.store.js';
import type { ReportRecord } from './report.store.js';
import { formNotOwed, monthFreezing, monthFrozen, notCorrectable, reviewFirst } from './reporting.errors.js';

/**
 * Conditions of deeds that are asked twice: by the service that does the deed and by the page that offers it. One place,
 * so that what is offered is what is taken.
 */

/** How far the freeze of a month is. */
export type FreezeStanding = 'OPEN' | 'FREEZING' | 'FROZEN';

/** Task states a request may be made from; a task not signed for is taken up by asking. */
const ASKING: ReadonlySet<string> = new Set(['ASSIGNED', 'IN_PROGRESS', 'CLOSE_RETURNED', 'REOPENED']);

/** A close-out request that still waits for somebody. */
export function isWaiting({ state }: Pick<CloseOutRecord, 'state'>): boolean {
  return state === 'SUBMITTED' || state === 'VERIFIED';
}

/** 申请办结: from a task that is worked, and no second request while one waits. */
export function requireCloseOutAskable(
  task: { state: string },
  earlier: readonly Pick<CloseOutRecord, 'state'>[],
): void {
  if (earlier.some(isWaiting)) throw closeOutPending();
  if (!ASKING.has(task.state)) throw closeOutTaskState();
}

/** 报送、审核: only until the month's freeze begins. */
export function requireTaking(month: string, freeze: FreezeStanding): void {
  if (freeze !== 'OPEN') throw monthFrozen(month);
}

/** 报送: not for a part that was taken away from the department. */
export function requireOwed(part: { state: string } | null | undefined): void {
  if (!part || part.state === 'WITHDRAWN') throw formNotOwed();
}

/** 更正: an accepted report at any time, one that was left unreviewed once its month is frozen. */
export function requireCorrectable(
  report: Pick<ReportRecord, 'month' | 'state'>,
  freeze: FreezeStanding,
): void {
  if (freeze === 'FREEZING') throw monthFreezing(report.month);
  if (report.state === 'ACCEPTED') return;
  if (report.state !== 'SUBMITTED') throw notCorrectable();
  if (freeze === 'OPEN') throw reviewFirst();
}
