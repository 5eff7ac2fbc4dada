import { lazy, Suspense, type ComponentProps, type ReactNode } from 'react';

const DayCalendar = lazy(() => import('./day-calendar.js').then((file) => ({ default: file.DayCalendar })));

/** A day as text YYYY-MM-DD in and out; the calendar comes when the first one is shown, not with the page. */
export function DayPicker(props: ComponentProps<typeof DayCalendar>): ReactNode {
  return (
    <Suspense fallback={null}>
      <DayCalendar {...props} />
    </Suspense>
  );
}
