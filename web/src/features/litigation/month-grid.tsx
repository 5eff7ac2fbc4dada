import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMonthInWords } from '../../components/day-text.js';
import { HearingChip } from './hearing-chip.js';
import type { Sitting } from './litigation-queries.js';
import { weeksOf } from './weeks.js';

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** A month as a calendar, Monday first. */
export function MonthGrid({
  month,
  today,
  items,
}: {
  month: string;
  today: string;
  items: readonly Sitting[];
}): ReactNode {
  const { t } = useTranslation('litigation');
  const inWords = useMonthInWords();
  return (
    <table className="court-month">
      <caption className="hidden-text">{t('calendar.of', { month: inWords(month) })}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              {t(`weekday.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, place) => (
              <td
                key={WEEKDAYS[place]}
                className={day === today ? 'is-today' : ''}
                aria-current={day === today ? 'date' : undefined}
              >
                {day !== null && <Day day={day} isToday={day === today} items={items} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({
  day,
  isToday,
  items,
}: {
  day: string;
  isToday: boolean;
  items: readonly Sitting[];
}): ReactNode {
  const { t } = useTranslation('litigation');
  const here = items.filter(({ hearing }) => hearing.day === day);
  return (
    <>
      <time dateTime={day} className="court-day">
        {Number(day.slice(8))}
        {isToday && <span> {t('calendar.today')}</span>}
      </time>
      {here.length > 0 && (
        <ul>
          {here.map((item) => (
            <li key={item.hearing.id}>
              <HearingChip item={item} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
