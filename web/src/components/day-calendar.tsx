import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';

/** A day as text YYYY-MM-DD in and out, so that no time zone can move it. Loads the calendar: pages use `DayPicker`, which brings it late. */
export function DayCalendar({
  id,
  value,
  min,
  max,
  onChange,
}: {
  id?: string;
  value: string | null;
  min?: string;
  max?: string;
  onChange: (day: string | null) => void;
}): ReactNode {
  return (
    <DatePicker
      id={id}
      value={value ? dayjs(value) : null}
      minDate={min === undefined ? undefined : dayjs(min)}
      maxDate={max === undefined ? undefined : dayjs(max)}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : null)}
    />
  );
}
