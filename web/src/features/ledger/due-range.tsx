import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.js';
import { DayPicker } from '../../components/day-picker.js';
import { addToMonth, monthOf } from '../../lib/month.js';
import type { FilterChange } from './board-filters.js';

/** Between which days tasks are due; this month and the next with one press. */
export function DueRange({
  from,
  to,
  onChange,
}: {
  from: string | undefined;
  to: string | undefined;
  onChange: (change: FilterChange) => void;
}): ReactNode {
  const { t } = useTranslation('ledger');
  const month = monthOf(useSession().today);
  const whole = (wanted: string): FilterChange => ({ dueFrom: `${wanted}-01`, dueTo: lastDayOf(wanted) });
  return (
    <fieldset className="due-range" aria-label={t('filter.due')}>
      <span>{t('filter.due')}</span>
      <DayPicker
        id="due-from"
        value={from ?? null}
        max={to}
        onChange={(day) => onChange({ dueFrom: day ?? '' })}
      />
      <span>{t('filter.to')}</span>
      <DayPicker
        id="due-to"
        value={to ?? null}
        min={from}
        onChange={(day) => onChange({ dueTo: day ?? '' })}
      />
      <Button size="small" onClick={() => onChange(whole(month))}>
        {t('filter.thisMonth')}
      </Button>
      <Button size="small" onClick={() => onChange(whole(addToMonth(month, 1)))}>
        {t('filter.nextMonth')}
      </Button>
    </fieldset>
  );
}

/** Last day of a month by plain arithmetic; no time zone takes part. */
function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = number === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(number) ? 30 : 31;
  return `${month}-${days}`;
}
