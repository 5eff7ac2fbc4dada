import { Button, Modal } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageState } from '../page-state.js';
import { DeedBar } from './deed-bar.js';
import { taskPageQuery } from './task-page-query.js';

/** Opens what may be done with a task out of a list, without leaving the list. */
export function RowDeeds({ id, number }: { id: string; number: string }): ReactNode {
  const { t } = useTranslation('task-deeds');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" aria-label={t('rowOf', { number })} onClick={() => setOpen(true)}>
        {t('row')}
      </Button>
      {isOpen && <OpenedDeeds id={id} number={number} onClose={() => setOpen(false)} />}
    </>
  );
}

function OpenedDeeds({
  id,
  number,
  onClose,
}: {
  id: string;
  number: string;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('task-deeds');
  const read = useQuery(taskPageQuery(id));
  return (
    <Modal open footer={null} title={t('rowOf', { number })} onCancel={onClose}>
      {read.isPending && <PageState kind="loading" title={t('loading')} />}
      {read.isError && <PageState kind="error" error={read.error} onRetry={() => void read.refetch()} />}
      {read.data && (
        <>
          <p className="deed-task">
            {t('task', { number: read.data.task.number, title: read.data.task.title })}
          </p>
          <DeedBar page={read.data} />
          {read.data.deeds.length === 0 && <p>{t('none')}</p>}
        </>
      )}
    </Modal>
  );
}
