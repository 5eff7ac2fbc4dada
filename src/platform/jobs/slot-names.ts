import type { Month } from '../../domain/calendar/month.js';

/** Names of the jobs whose finished slots other features ask about. */
export const OPEN_JOB = 'dispatch.open';
export const CHASE_JOB = 'dispatch.chase';
export const FREEZE_JOB = 'dispatch.freeze';
/** One stretch of a month that is being frozen; any process may work it. */
export const FREEZE_SHARD_JOB = 'dispatch.freeze-shard';
export const NOTICES_JOB = 'dispatch.notices';
export const FORMS_JOB = 'reporting.open-forms';

/** What has to be done for a month before anybody can report in it or it can be frozen. */
export const OPENING_JOBS: readonly string[] = [OPEN_JOB, FORMS_JOB];

/** Slot of a month of a ledger: `<ledgerId>/<YYYY-MM>`. */
export function monthSlot(ledgerId: string, month: Month): string {
  return `${ledgerId}/${month}`;
}

/** The ledger and month of such a slot. */
export function partsOfMonthSlot(slot: string): { ledgerId: string; month: Month } {
  const [ledgerId = '', month = ''] = slot.split('/');
  return { ledgerId, month };
}
