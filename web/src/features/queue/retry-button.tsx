import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema.js';
import { useRole } from '../../api/session.js';
import { useDeed } from '../../api/use-deed.js';
import { ConfirmDeed } from '../../components/confirm-deed.js';
import { QUEUE } from './queue-queries.js';

/** 重试: asks first; only who keeps the program running has it. `run` is given the key that makes it be done once. */
export function RetryButton({
  what,
  run,
}: {
  /** What is tried again, in words. */
  what: string;
  run: (key: string) => Promise<components['schemas']['QueueRetryResponse']>;
}): ReactNode {
  const { t } = useTranslation('queue');
  const { message } = App.useApp();
  const client = useQueryClient();
  const isKeeper = useRole() === 'SYSADMIN';
  const retry = useDeed((_: string, key) => run(key), {
    touches: [QUEUE],
    onDone: ({ note }) => void message.success(note),
    // Most often somebody, or the program itself, was faster.
    onRefused: () => void client.invalidateQueries({ queryKey: QUEUE }),
  });
  if (!isKeeper) return null;
  return (
    <ConfirmDeed
      label={t('retry.label')}
      title={t('retry.title', { what })}
      button={{ size: 'small' }}
      onConfirm={() => retry.mutateAsync(what)}
    >
      <p>{t('retry.text')}</p>
    </ConfirmDeed>
  );
}
