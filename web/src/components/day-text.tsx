import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../api/session.js';

/** A day as it is written, YYYY-MM-DD; a dash (or the words given) where there is none. */
export function DayText({ day, none }: { day: string | null | undefined; none?: string }): ReactNode {
  if (!day) return <span>{none ?? '–'}</span>;
  return (
    <time dateTime={day} className="day-text">
      {day}
    </time>
  );
}

/** A month in words: 2023年11月. */
export function MonthText({ month }: { month: string }): ReactNode {
  const inWords = useMonthInWords();
  return <time dateTime={month}>{inWords(month)}</time>;
}

/** Writes months in the language of the page. */
export function useMonthInWords(): (month: string) => string {
  const { t } = useTranslation('components');
  return (month) => t('month', { year: month.slice(0, 4), month: String(Number(month.slice(5, 7))) });
}

/** An instant of the service (ms) as day and time in the office's zone. */
export function InstantText({ at }: { at: number | null | undefined }): ReactNode {
  const { data: session } = useQuery(sessionQuery);
  if (at === null || at === undefined) return <span>–</span>;
  const moment = new Date(at);
  const text = new Intl.DateTimeFormat('sv-SE', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: session?.zone,
  }).format(moment);
  return <time dateTime={moment.toISOString()}>{text}</time>;
}
