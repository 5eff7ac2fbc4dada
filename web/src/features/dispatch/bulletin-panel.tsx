import { useQuery } from '@tanstack/react-query';
import { App, Space } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { ifMatch, once } from '../../api/headers.js';
import { useRole } from '../../api/session.js';
import { useDeed } from '../../api/use-deed.js';
import { ConfirmDeed } from '../../components/confirm-deed.js';
import { DayText } from '../../components/day-text.js';
import { bulletinsQuery, TOUCHED, type Round } from './dispatch-queries.js';

const FORMATS = ['docx', 'xlsx', 'md'] as const;

/** What follows a freeze: the meeting held, the bulletin issued, the month published. */
export function BulletinPanel({ round, ledger }: { round: Round; ledger: string }): ReactNode {
  const { t } = useTranslation('dispatch');
  const { data } = useQuery(bulletinsQuery(ledger));
  const bulletin = data?.items.find(({ roundId }) => roundId === round.id);
  return (
    <section className="panel">
      <h2>
        {t('bulletin.title')}
        <span className="no-print">
          <Deeds round={round} isIssued={bulletin !== undefined} />
        </span>
      </h2>
      {bulletin === undefined ? (
        <p className="round-quiet">{t('bulletin.none')}</p>
      ) : (
        <p>
          <strong>{bulletin.number}</strong> {t('bulletin.issued')} <DayText day={bulletin.issuedOn} />
          <span className="round-downloads no-print">
            {FORMATS.map((format) => (
              <a key={format} href={`/api/v1/bulletins/${bulletin.id}/files/${format}`} download>
                {t(`format.${format}`)}
              </a>
            ))}
          </span>
        </p>
      )}
    </section>
  );
}

function Deeds({ round, isIssued }: { round: Round; isIssued: boolean }): ReactNode {
  const { t } = useTranslation('dispatch');
  const { message } = App.useApp();
  const role = useRole();
  const params = { path: { id: round.id } };
  const headers = ifMatch(round.version);
  const meet = useDeed(() => take(api.POST('/api/v1/rounds/{id}/meet', { params, headers })), {
    touches: TOUCHED,
  });
  const publish = useDeed(() => take(api.POST('/api/v1/rounds/{id}/publish', { params, headers })), {
    touches: TOUCHED,
  });
  const issue = useDeed(
    (_: undefined, key) =>
      take(
        api.POST('/api/v1/rounds/{roundId}/bulletin', {
          params: { path: { roundId: round.id } },
          headers: once(key),
        }),
      ),
    { touches: TOUCHED, onDone: ({ number }) => void message.success(t('bulletin.done', { number })) },
  );
  return (
    <Space wrap>
      {round.state === 'FROZEN' && ['CLERK', 'DIRECTOR'].includes(role ?? '') && (
        <ConfirmDeed
          label={t('meet.label')}
          title={t('meet.title')}
          onConfirm={() => meet.mutateAsync(undefined)}
        />
      )}
      {role === 'DIRECTOR' && !isIssued && (
        <ConfirmDeed
          label={t('bulletin.issue')}
          title={t('bulletin.issueTitle')}
          button={{ type: 'primary' }}
          onConfirm={() => issue.mutateAsync(undefined)}
        >
          <p>{t('bulletin.issueText')}</p>
        </ConfirmDeed>
      )}
      {role === 'DIRECTOR' && round.state === 'MET' && (
        <ConfirmDeed
          label={t('publish.label')}
          title={t('publish.title')}
          onConfirm={() => publish.mutateAsync(undefined)}
        />
      )}
    </Space>
  );
}
