import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { ifMatch } from '../../api/headers.js';
import { useSession } from '../../api/session.js';
import { useDeed } from '../../api/use-deed.js';
import { DayPicker } from '../../components/day-picker.js';
import { ConfirmDeed } from '../../components/confirm-deed.js';
import { Field } from '../../components/field.js';
import type { Post } from './organization-queries.js';

/** Ends a term without a successor; the post is vacant from the next day on and reminders go to the head. */
export function Vacate({ post }: { post: Post }): ReactNode {
  const { t } = useTranslation('organization');
  const { today } = useSession();
  const [lastDay, setLastDay] = useState(today);
  const vacate = useDeed(
    () =>
      take(
        api.POST('/api/v1/posts/{code}/vacate', {
          params: { path: { code: post.code } },
          body: { lastDay },
          headers: ifMatch(post.version),
        }),
      ),
    { touches: [['posts'], ['workbench']] },
  );
  return (
    <ConfirmDeed
      label={t('vacate.label')}
      title={t('vacate.title', { holder: post.holder, code: post.code })}
      danger
      button={{ size: 'small' }}
      onConfirm={() => vacate.mutateAsync(undefined)}
    >
      <p>{t('vacate.text')}</p>
      <Field label={t('vacate.lastDay')}>
        {({ id }) => (
          <DayPicker id={id} value={lastDay} min={post.from} onChange={(day) => setLastDay(day ?? today)} />
        )}
      </Field>
    </ConfirmDeed>
  );
}
