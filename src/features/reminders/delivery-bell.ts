import type { Bell } from '../../platform/jobs/bell.js';

/** Name of the sweep that sends what is due. */
export const DELIVERY_SWEEP = 'reminders.deliver';

/** What is rung when deliveries wait. */
export const DELIVERY_BELL: Bell = { kind: 'sweep', id: DELIVERY_SWEEP };
