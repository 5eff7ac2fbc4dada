import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

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

/** An instant of the service (ms) as day and time on the clock of the office's computers. */
export function InstantText({ at }: { at: number | null | undefined }): ReactNode {
  const { i18n } = useTranslation('components');
  if (at === null || at === undefined) return <span>–</span>;
  const moment = new Date(at);
  const text = new Intl.DateTimeFormat(i18n.language === 'en' ? 'sv-SE' : 'zh-CN', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Shanghai',
  }).format(moment);
  return <time dateTime={moment.toISOString()}>{text.replaceAll('/', '-')}</time>;
}
