import { groupedBy } from '../../domain/grouped-by.js';
import type { DueSlot } from './job.js';

/** A scope whose missed slots are too many to be made up without a person's word. */
export interface Held {
  scope: string;
  slots: string[];
}

/** What to do with the due slots of a job. */
export interface Plan {
  run: DueSlot[];
  collapsed: { slot: string; into: string }[];
  held: Held[];
}

/**
 * Decides which slots to work: pure. Slots come oldest first. `all`: every slot not settled, but a scope with more
 * than `limit` of them waits for an operator, since a clock that is wrong by months must not flag a whole district.
 * `latest`: only the newest of each scope; the older ones are marked as collapsed into it.
 */
export function pendingSlots(
  due: readonly DueSlot[],
  settled: ReadonlySet<string>,
  catchUp: 'all' | 'latest',
  limit: number,
): Plan {
  const plan: Plan = { run: [], collapsed: [], held: [] };
  const pending = due.filter((slot) => !settled.has(slot.slot));
  for (const [scope, slots] of groupedBy(pending, ({ scope }) => scope)) {
    const newest = slots.at(-1);
    if (!newest) continue;
    if (catchUp === 'latest') {
      plan.collapsed.push(...slots.slice(0, -1).map((slot) => ({ slot: slot.slot, into: newest.slot })));
      plan.run.push(newest);
    } else if (slots.length > limit) plan.held.push({ scope, slots: slots.map((slot) => slot.slot) });
    else plan.run.push(...slots);
  }
  return plan;
}
