import { Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../../api/session.js';
import { ConfirmDeed } from '../../components/confirm-deed.js';
import { DayPicker } from '../../components/day-picker.js';
import { Field } from '../../components/field.js';
import type { Role } from '../../api/session-types.js';
import type { Asked } from './reporting-queries.js';
import { useRequestDeeds } from './use-request-deeds.js';

/** Whose turn a request waits for, as the roles that may take it; the service decides all the same. */
const TURNS: Readonly<Record<NonNullable<Asked['waitsFor']>, Role>> = {
  CLERK: 'CLERK',
  CLOSER: 'DIRECTOR',
  DIRECTOR: 'DIRECTOR',
  DEPUTY_DIRECTOR: 'DIRECTOR',
  LEADER: 'LEADER',
};

/** The answers whose turn it is may give, and the applicant's withdrawal. */
export function RequestDeeds({ request }: { request: Asked }): ReactNode {
  const role = useRole();
  if (request.waitsFor === null) return null;
  if (role === 'LIAISON' || role === 'HEAD') return <Withdraw request={request} />;
  if (TURNS[request.waitsFor] !== role) return null;
  return request.kind === 'EXTENSION' ? (
    <DecideExtension request={request} />
  ) : (
    <DecideCloseOut request={request} />
  );
}

function Withdraw({ request }: { request: Asked }): ReactNode {
  const { t } = useTranslation('reporting');
  const { withdraw } = useRequestDeeds(request);
  return (
    <ConfirmDeed
      label={t('requests.withdraw')}
      title={t('requests.withdrawTitle', { kind: request.kindLabel })}
      button={{ size: 'small' }}
      onConfirm={() => withdraw.mutateAsync('')}
    />
  );
}

function DecideExtension({ request }: { request: Asked }): ReactNode {
  const { t } = useTranslation('reporting');
  const { approve, refuse } = useRequestDeeds(request);
  const [dueOn, setDueOn] = useState<string | null>(request.extension?.askedDueOn ?? null);
  return (
    <Space wrap className="no-print">
      <ConfirmDeed
        label={t('requests.approve')}
        title={t('requests.approveTitle', { department: request.departmentName })}
        reason="optional"
        reasonLabel={t('requests.opinion')}
        button={{ type: 'primary' }}
        onConfirm={(reason) => approve.mutateAsync({ dueOn, reason })}
      >
        <Field label={t('requests.newDue')}>
          {(ties) => <DayPicker {...ties} value={dueOn} onChange={setDueOn} />}
        </Field>
      </ConfirmDeed>
      <ConfirmDeed
        label={t('requests.reject')}
        title={t('requests.rejectTitle', { department: request.departmentName })}
        reason="required"
        danger
        onConfirm={(reason) => refuse.mutateAsync(reason)}
      />
    </Space>
  );
}

function DecideCloseOut({ request }: { request: Asked }): ReactNode {
  const { t } = useTranslation('reporting');
  const { approve, refuse } = useRequestDeeds(request);
  const step = request.waitsFor === 'CLERK' ? 'verify' : 'close';
  return (
    <Space wrap className="no-print">
      <ConfirmDeed
        label={t(`requests.${step}`)}
        title={t(`requests.${step}Title`, { number: request.taskNumber })}
        button={{ type: 'primary' }}
        onConfirm={() => approve.mutateAsync({ dueOn: null, reason: '' })}
      />
      <ConfirmDeed
        label={t('requests.return')}
        title={t('requests.returnTitle', { department: request.departmentName })}
        reason="required"
        danger
        onConfirm={(reason) => refuse.mutateAsync(reason)}
      />
    </Space>
  );
}
