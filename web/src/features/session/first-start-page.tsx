import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import type { components } from '../../api/schema.js';
import { Entrance } from './entrance.js';
import { FirstPasswords } from './first-passwords.js';
import { FirstStartForm } from './first-start-form.js';
import { optionsQuery } from './options-query.js';

type Made = components['schemas']['BootstrapResponse'];

/** The first start: the secret from the server's terminal makes the three administrators, whose passwords are shown once. */
export function FirstStartPage(): ReactNode {
  const { t } = useTranslation('session');
  const { data: options } = useQuery(optionsQuery);
  const client = useQueryClient();
  const [made, setMade] = useState<Made>();
  const tell = (administrators: Made): void => {
    setMade(administrators);
    // The sign-in page would otherwise believe what it read before and lead back here.
    if (options) client.setQueryData(optionsQuery.queryKey, { ...options, bootstrapOpen: false });
  };
  if (made) {
    return (
      <Entrance title={t('firstStart.done')} wide>
        <FirstPasswords administrators={made.administrators} />
      </Entrance>
    );
  }
  if (options && !options.bootstrapOpen) return <Navigate to="/sign-in" replace />;
  return (
    <Entrance title={t('firstStart.title')} wide>
      <p className="entrance-lead">{t('firstStart.lead')}</p>
      <FirstStartForm onMade={tell} />
    </Entrance>
  );
}
