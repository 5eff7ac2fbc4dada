import type { components } from '../../api/schema.js';

type Item = components['schemas']['CalendarHearingResponse'];
type Seat = components['schemas']['SeatResponse'];

/** A department's place at a hearing that waits for it: for the answer before, or for the form on the day and after. */
export interface Waiting {
  item: Item;
  seat: Seat;
  deed: 'reply' | 'form';
}

/** What waits for whom, in the order of the hearings. */
export function waitingOf(items: readonly Item[], today: string): Waiting[] {
  return items
    .flatMap((item) =>
      item.hearing.seats.flatMap((seat): Waiting[] => {
        const deed = deedOf(item.hearing, seat, today);
        return deed === null ? [] : [{ item, seat, deed }];
      }),
    )
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function deedOf({ state, day }: Item['hearing'], seat: Seat, today: string): Waiting['deed'] | null {
  if (!seat.mustAppear || state === 'CANCELLED' || state === 'RESCHEDULED' || seat.form !== null) return null;
  if (state === 'HELD' || today > day) return 'form';
  return seat.reply === null ? 'reply' : null;
}

function keyOf({ item: { hearing } }: Waiting): string {
  return `${hearing.day} ${hearing.time} ${hearing.id}`;
}
