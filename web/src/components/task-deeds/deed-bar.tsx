import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DeedButtons } from './deed-buttons.js';
import type { DeedOffer, TaskPage } from './deed-types.js';

/** Deeds on a part of a task are offered where the part stands. */
const OF_A_PART = /^\/reports\/|\/milestones\//;

/** What may be done with the task itself. */
export function DeedBar({ page }: { page: TaskPage }): ReactNode {
  const { t } = useTranslation('task-deeds');
  const offers = page.deeds.filter(({ path }) => !OF_A_PART.test(path));
  return (
    <section aria-label={t('name')}>
      <DeedButtons page={page} offers={offers} />
    </section>
  );
}

/** The deeds on one report or one node. */
export function deedsOn(page: TaskPage, kind: 'reports' | 'milestones', id: string): DeedOffer[] {
  return page.deeds.filter(({ path }) => path.includes(`/${kind}/${id}/`));
}
