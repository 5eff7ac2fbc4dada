import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole, useSession } from '../../api/session.js';
import { DayText } from '../../components/day-text.js';
import { CaseHearing } from './case-hearing.js';
import { instanceDeeds } from './deeds/case-deeds.js';
import { DeedButtons } from './deeds/deed-buttons.js';
import type { CourtCase, Instance } from './litigation-queries.js';
import { isOffice } from './roles.js';

/** One instance: parties, then filing, hearings and end in the order of time. */
export function CaseInstance({ one, instance }: { one: CourtCase; instance: Instance }): ReactNode {
  const { t } = useTranslation('litigation');
  const { today } = useSession();
  const isOfOffice = isOffice(useRole());
  const { levelLabel, number, court, filedOn, hearings, suggestions } = instance;
  return (
    <section className="panel">
      <h2>
        {levelLabel} {number}
        <span className="court-quiet"> {court}</span>
      </h2>
      <ul className="court-parties">
        {instance.parties.map((party) => (
          <li key={party.department}>
            {party.name} <Tag>{party.roleLabel}</Tag>
            {party.designation !== null && (
              <Tag color="blue">{t(`choice.designation.${party.designation}`)}</Tag>
            )}
          </li>
        ))}
      </ul>
      {isOfOffice && (
        <DeedButtons deeds={instanceDeeds(one, instance, today)} about={`${levelLabel} ${number}`} />
      )}
      <ol className="court-line">
        <li>
          <DayText day={filedOn} /> <strong>{t('event.filed')}</strong>
        </li>
        {hearings.map((hearing) => (
          <CaseHearing key={hearing.id} one={one} instance={instance} hearing={hearing} />
        ))}
        {suggestions.map((suggestion) => (
          <li
            key={`${suggestion.number} ${suggestion.department} ${suggestion.receivedOn}`}
            className="is-bad"
          >
            <DayText day={suggestion.receivedOn} />{' '}
            <strong>{t('event.suggestion', { number: suggestion.number })}</strong>
            <p>
              {nameOf(instance, suggestion.department)} {suggestion.violationLabel}
            </p>
            {suggestion.content !== '' && <p className="court-quiet">{suggestion.content}</p>}
          </li>
        ))}
        <Closing instance={instance} />
      </ol>
      <Violations instance={instance} />
    </section>
  );
}

function Closing({ instance }: { instance: Instance }): ReactNode {
  const { t } = useTranslation('litigation');
  const { closedOn, outcomeLabel, writtenTrial, disputeResolved } = instance;
  if (closedOn === null) return <li className="is-open court-quiet">{t('event.open')}</li>;
  return (
    <li>
      <DayText day={closedOn} /> <strong>{t('event.closed', { outcome: outcomeLabel ?? '' })}</strong>
      {writtenTrial && <Tag>{t('field.writtenTrial')}</Tag>}
      {disputeResolved !== null && <Tag>{t(disputeResolved ? 'resolved.yes' : 'resolved.no')}</Tag>}
    </li>
  );
}

/** What the records show that the court may make a suggestion about（第十二条）. */
function Violations({ instance }: { instance: Instance }): ReactNode {
  const { t } = useTranslation('litigation');
  if (instance.violations.length === 0) return null;
  return (
    <div className="court-warning">
      <strong>{t('violations')}</strong>
      <ul>
        {instance.violations.map(({ department, violation, violationLabel }) => (
          <li key={`${department} ${violation}`}>
            {nameOf(instance, department)} {violationLabel}
          </li>
        ))}
      </ul>
    </div>
  );
}

function nameOf({ parties }: Instance, code: string): string {
  return parties.find(({ department }) => department === code)?.name ?? code;
}
