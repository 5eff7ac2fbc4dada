import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema.js';
import { InstantText } from '../../components/day-text.js';

type AuditEvent = components['schemas']['AuditEventResponse'];

/** Where a deed came from when it was no browser, and who did it when it was no post. */
const PLACES: ReadonlySet<string> = new Set(['cli', 'job', 'demo']);
const DUTIES: ReadonlySet<string> = new Set(['SYSADMIN', 'SECADMIN', 'AUDITOR', 'SYSTEM', 'VISITOR']);

/** One event: who did what to which thing; the codes stand small beside their names. */
export function AuditEventItem({ event }: { event: AuditEvent }): ReactNode {
  const { t } = useTranslation('audit');
  return (
    <li>
      <div className="audit-line">
        <span className="audit-quiet">#{event.seq}</span>
        <InstantText at={event.at} />
        <strong>{event.holder || event.actor}</strong>
        <span className="audit-quiet">
          {postOf(t, event.actor)} · {PLACES.has(event.address) ? t(`place.${event.address}`) : event.address}
        </span>
      </div>
      <div className="audit-line">
        <strong className="audit-deed">{event.operationName}</strong>
        <code>{event.operation}</code>
        <span className="audit-quiet">
          {event.objectKindName} <code>{event.objectId}</code>
        </span>
      </div>
      {event.changes.length > 0 && <Content changes={event.changes} />}
    </li>
  );
}

function postOf(t: TFunction<'audit'>, actor: string): string {
  const [duty = '', ...name] = actor.split('/');
  return DUTIES.has(duty) ? [t(`duty.${duty}`), ...name].join(' ') : actor;
}

function Content({ changes }: Pick<AuditEvent, 'changes'>): ReactNode {
  const { t } = useTranslation('audit');
  return (
    <details>
      <summary>{t('content')}</summary>
      <table className="audit-content">
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, fieldName, before, after }) => (
            <tr key={field}>
              <th scope="row">
                {fieldName} {fieldName !== field && <code>{field}</code>}
              </th>
              <td>{before ?? t('nothing')}</td>
              <td>{after ?? t('nothing')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
