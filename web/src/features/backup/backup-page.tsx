import { useQuery } from '@tanstack/react-query';
import { App, Button, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { followedAs, newKey } from '../../api/headers.js';
import type { components } from '../../api/schema.js';
import { useRole } from '../../api/session.js';
import { useDeed } from '../../api/use-deed.js';
import { CopyText } from '../../components/copy-text.js';
import { InstantText } from '../../components/day-text.js';
import { FormFault } from '../../components/form-fault.js';
import { PageState } from '../../components/page-state.js';
import { Page } from '../../components/page.js';
import { ProgressStream } from '../../components/progress-stream.js';
import './backup.css';

type Backup = components['schemas']['BackupResponse'];
type Backups = components['schemas']['BackupsResponse'];

type DatabaseCheck = 'WHOLE' | 'SCRATCH' | 'LIST';

const TOUCHED = [['backups']] as const;
const MB = 1024 * 1024;

/** 备份与恢复: what there is, how old it is, whether it was checked, and the command that brings it back. */
export function BackupPage(): ReactNode {
  const { t } = useTranslation('backup');
  const isKeeper = useRole() === 'SYSADMIN';
  const read = useQuery({
    queryKey: TOUCHED[0],
    queryFn: ({ signal }) => take(api.GET('/api/v1/backups', { signal })),
  });
  const { data } = read;
  return (
    <Page title={t('title')} actions={isKeeper && data?.offBecause === null && <MakeNow />}>
      {read.isPending && <PageState kind="loading" />}
      {read.isError && <PageState kind="error" error={read.error} onRetry={() => void read.refetch()} />}
      {data && (
        <>
          <Standing backups={data} />
          <section className="panel">
            <h2>{t('list', { count: data.items.length })}</h2>
            {data.items.length === 0 && <PageState kind="empty" title={t('none')} />}
            <ul className="backup-list">
              {data.items.map((backup) => (
                <Item key={backup.name} backup={backup} isKeeper={isKeeper} />
              ))}
            </ul>
          </section>
        </>
      )}
    </Page>
  );
}

function Standing({ backups }: { backups: Backups }): ReactNode {
  const { t } = useTranslation('backup');
  return (
    <section className="panel">
      {backups.offText !== null && <p className="backup-late">{backups.offText}</p>}
      {backups.directory !== null && (
        <p>{t('standing', { directory: backups.directory, minutes: backups.everyMinutes })}</p>
      )}
      {backups.isLate && <p className="backup-late">{t('late')}</p>}
      {backups.failure && (
        <p className="backup-late">
          {t('failure')} <InstantText at={backups.failure.at} /> {backups.failure.error}
        </p>
      )}
      {backups.items.length > 0 && <p className="backup-quiet">{backups.restoreNote}</p>}
    </section>
  );
}

function MakeNow(): ReactNode {
  const { t } = useTranslation('backup');
  const { message } = App.useApp();
  const [progress, setProgress] = useState<string | null>(null);
  const make = useDeed((id: string) => take(api.POST('/api/v1/backups', { headers: followedAs(id) })), {
    touches: TOUCHED,
    onDone: ({ seconds }) => void message.success(t('made', { seconds })),
  });
  return (
    <>
      {progress !== null && make.isPending && <ProgressStream id={progress} />}
      <Button
        type="primary"
        loading={make.isPending}
        onClick={() => {
          const id = newKey();
          setProgress(id);
          make.mutate(id);
        }}
      >
        {t('make')}
      </Button>
      <FormFault error={make.error} />
    </>
  );
}

function Item({ backup, isKeeper }: { backup: Backup; isKeeper: boolean }): ReactNode {
  const { t } = useTranslation('backup');
  const verify = useDeed(
    () => take(api.POST('/api/v1/backups/{name}/verify', { params: { path: { name: backup.name } } })),
    { touches: TOUCHED },
  );
  return (
    <li>
      <div className="backup-line">
        <strong>
          <InstantText at={backup.at} />
        </strong>
        <span className="backup-quiet">{t('age', { minutes: backup.ageMinutes })}</span>
        {backup.databaseBytes !== null && (
          <span>
            {t('size', { mb: ((backup.databaseBytes + (backup.filesBytes ?? 0)) / MB).toFixed(1) })}
          </span>
        )}
        {backup.files !== null && <span>{t('files', { count: backup.files })}</span>}
        <Verified backup={backup} />
        {backup.hasKey === true && <Tag color="orange">{t('hasKey')}</Tag>}
        {isKeeper && (
          <Button
            className="no-print"
            size="small"
            loading={verify.isPending}
            onClick={() => verify.mutate(undefined)}
          >
            {t('verify')}
          </Button>
        )}
      </div>
      {backup.databaseCheck !== null && (
        <p className="backup-quiet">{t(`databaseCheck.${backup.databaseCheck as DatabaseCheck}`)}</p>
      )}
      {backup.faults.length > 0 && <p className="backup-late">{backup.faults.join('；')}</p>}
      <div className="backup-line no-print">
        <code>{backup.restoreCommand}</code>
        <CopyText text={backup.restoreCommand} label={t('copy')} />
      </div>
      <FormFault error={verify.error} />
    </li>
  );
}

function Verified({ backup }: { backup: Backup }): ReactNode {
  const { t } = useTranslation('backup');
  if (!backup.isReadable) return <Tag color="red">{t('unreadable')}</Tag>;
  if (backup.isVerified === null) return <Tag>{t('unverified')}</Tag>;
  return (
    <Tag color={backup.isVerified ? 'green' : 'red'}>
      {t(backup.isVerified ? 'verified' : 'broken')} <InstantText at={backup.verifiedAt} />
    </Tag>
  );
}
