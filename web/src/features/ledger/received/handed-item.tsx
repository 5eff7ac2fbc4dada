import { App, Button, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, take } from '../../../api/client.js';
import { ifMatch, once } from '../../../api/headers.js';
import { useDeed } from '../../../api/use-deed.js';
import { Fact } from '../../../components/fact.js';
import { ConfirmDeed } from '../../../components/confirm-deed.js';
import { DayText } from '../../../components/day-text.js';
import { FormFault } from '../../../components/form-fault.js';
import { AssignDialog } from './assign-dialog.js';
import { TOUCHED, type Handed } from './received-queries.js';

const COLOURS: Readonly<Partial<Record<Handed['state'], string>>> = { PENDING: 'orange', ACCEPTED: 'blue' };

/** One handed-down task as it was handed down, with what may be answered. */
export function HandedItem({ handed, mayAnswer }: { handed: Handed; mayAnswer: boolean }): ReactNode {
  const { t } = useTranslation('ledger');
  const { received } = handed;
  return (
    <li className="panel received-item">
      <h2>
        {handed.title} <Tag color={COLOURS[handed.state] ?? 'default'}>{handed.stateLabel}</Tag>
      </h2>
      <p className="received-from">
        {t('received.from', { office: handed.office, ledger: handed.ledgerTitle, number: handed.number })}
        {handed.document && t('received.document', { document: handed.document })}
      </p>
      <dl className="received-facts">
        <Fact name={t('received.receiver')}>{handed.receiver.name}</Fact>
        <Fact name={t('received.handedDownOn')}>
          <DayText day={handed.handedDownOn} />
        </Fact>
        <Fact name={t('received.due')}>
          {handed.dueOn === null ? handed.deadlineRaw : <DayText day={handed.dueOn} />}
        </Fact>
        {handed.target && (
          <Fact name={t('received.target')}>
            {handed.target.value}
            {handed.target.unit}
          </Fact>
        )}
        {handed.indicator && <Fact name={t('received.indicator')}>{handed.indicator}</Fact>}
        {handed.measures && <Fact name={t('received.measures')}>{handed.measures}</Fact>}
        {handed.note && <Fact name={t('received.note')}>{handed.note}</Fact>}
        {handed.reason && <Fact name={t('received.reason')}>{handed.reason}</Fact>}
      </dl>
      {received && (
        <Link to={`/tasks/${received.id}`}>
          {t('received.task', { ledger: received.ledgerCode, number: received.number })}
        </Link>
      )}
      {mayAnswer && <Answers handed={handed} />}
    </li>
  );
}

/** 分派, 接收, 退回: what the state allows. */
function Answers({ handed }: { handed: Handed }): ReactNode {
  const { t } = useTranslation('ledger');
  const { message } = App.useApp();
  const [isAssigning, setAssigning] = useState(false);
  const path = { id: handed.id };
  const headersOf = (key: string) => ({ ...ifMatch(handed.version), ...once(key) });
  const accept = useDeed(
    (_: undefined, key) =>
      take(api.POST('/api/v1/task-breakdowns/{id}/accept', { params: { path }, headers: headersOf(key) })),
    { touches: TOUCHED, onDone: () => void message.success(t('received.accepted')) },
  );
  const sendBack = useDeed(
    (reason: string, key) =>
      take(
        api.POST('/api/v1/task-breakdowns/{id}/return', {
          params: { path },
          body: { reason },
          headers: headersOf(key),
        }),
      ),
    { touches: TOUCHED },
  );
  if (handed.state !== 'PENDING' && handed.state !== 'ACCEPTED') return null;
  return (
    <div className="received-deeds no-print">
      {handed.releasedOn === null && (
        <Button type="primary" onClick={() => setAssigning(true)}>
          {t(handed.state === 'PENDING' ? 'received.acceptAndAssign' : 'received.assign')}
        </Button>
      )}
      {handed.releasedOn === null && handed.state === 'PENDING' && (
        <Button loading={accept.isPending} onClick={() => accept.mutate(undefined)}>
          {t('received.accept')}
        </Button>
      )}
      <ConfirmDeed
        label={t('received.return')}
        title={t('received.returnTitle', { title: handed.title })}
        reason="required"
        onConfirm={(reason) => sendBack.mutateAsync(reason)}
      />
      <FormFault error={accept.error} />
      {isAssigning && <AssignDialog handed={handed} onClose={() => setAssigning(false)} />}
    </div>
  );
}
