import type { ReactNode } from 'react';
import { DayText } from '../../components/day-text.js';
import { HearingChip } from './hearing-chip.js';
import type { Sitting } from './litigation-queries.js';

/** The hearings of a month by day, on a phone. */
export function HearingDays({ items }: { items: readonly Sitting[] }): ReactNode {
  const days = [...new Set(items.map(({ hearing }) => hearing.day))];
  return (
    <ul className="court-cards">
      {days.map((day) => (
        <li key={day}>
          <strong>
            <DayText day={day} />
          </strong>
          {items
            .filter(({ hearing }) => hearing.day === day)
            .map((item) => (
              <HearingChip key={item.hearing.id} item={item} />
            ))}
        </li>
      ))}
    </ul>
  );
}
