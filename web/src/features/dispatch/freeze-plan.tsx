import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DayText } from '../../components/day-text.js';
import { PageState } from '../../components/page-state.js';
import type { Plan } from './dispatch-queries.js';

/** Posts nobody holds, before anything is sent; then everybody who will be told, and what. */
export function FreezePlan({ plan }: { plan: Plan }): ReactNode {
  const { t } = useTranslation('dispatch');
  return (
    <>
      {plan.vacancies.length > 0 && (
        <section className="panel">
          <h2>{t('plan.vacancies', { count: plan.vacancies.length })}</h2>
          <ul className="round-rows">
            {plan.vacancies.map((one) => (
              <li key={`${one.department} ${one.kind}`}>
                <strong>
                  {one.departmentName} {one.kindLabel}
                </strong>
                <span className="round-quiet">
                  {one.fallbackHolder === null
                    ? t('plan.nobody')
                    : t('plan.fallbackTo', { holder: one.fallbackHolder })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="panel">
        <h2>{t('plan.title', { send: plan.toSend, approve: plan.toApprove })}</h2>
        {plan.digests.length === 0 && <PageState kind="empty" title={t('plan.none')} />}
        {plan.digests.map((digest) => (
          <Digest key={`${digest.department} ${digest.recipient} ${digest.sendOn}`} digest={digest} />
        ))}
      </section>
    </>
  );
}

function Digest({ digest }: { digest: Plan['digests'][number] }): ReactNode {
  const { t } = useTranslation('dispatch');
  return (
    <details className="round-digest">
      <summary>
        {digest.departmentName} {t(`recipient.${digest.recipient}`)} {digest.holder}
        {digest.fallback && <Tag>{t('plan.fallback')}</Tag>} {t('plan.items', { count: digest.items.length })}
        <span className="round-quiet">
          {' '}
          <DayText day={digest.sendOn} /> {t(digest.byMail ? 'plan.byMail' : 'plan.inPerson')}
        </span>
      </summary>
      <ul className="round-rows">
        {digest.items.map((item) => (
          <li key={`${item.taskId} ${item.rung} ${item.node}`}>
            <Tag>{item.label}</Tag>
            <Link to={`/tasks/${item.taskId}`}>
              {item.taskNumber}. {item.taskTitle}
              {item.node !== '' && ` · ${item.node}`}
            </Link>
            {item.approver !== null && <Tag color="orange">{t(`plan.approver.${item.approver}`)}</Tag>}
            <p className="round-quiet">{item.explanation}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
