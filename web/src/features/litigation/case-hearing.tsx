import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole, useSession } from '../../api/session.js';
import { DayText } from '../../components/day-text.js';
import { DeedButtons } from './deeds/deed-buttons.js';
import { hearingDeeds } from './deeds/hearing-deeds.js';
import type { CourtCase, Hearing, Instance } from './litigation-queries.js';
import { isOffice } from './roles.js';
import { SeatView } from './seat-view.js';

/** One hearing in the line of time: when and where, the court's notices, and the place of each department. */
export function CaseHearing({
  one,
  instance,
  hearing,
}: {
  one: CourtCase;
  instance: Instance;
  hearing: Hearing;
}): ReactNode {
  const { t } = useTranslation('litigation');
  const { today } = useSession();
  const isOfOffice = isOffice(useRole());
  const { day, time, room, kind, online, state, stateLabel, stateReason, notices, seats } = hearing;
  const isOff = state === 'CANCELLED' || state === 'RESCHEDULED';
  return (
    <li className={isOff ? 'is-off' : ''} id={hearing.id}>
      <p className="court-event">
        <DayText day={day} /> {time} <strong>{t(`choice.kind.${kind}`)}</strong> <Tag>{stateLabel}</Tag>
        {online && <Tag>{t('field.online')}</Tag>}
        {room !== '' && <span>{room}</span>}
      </p>
      {stateReason !== '' && <p className="court-quiet">{stateReason}</p>}
      {notices.map((notice) => (
        <p key={notice.department} className="court-notice">
          {t('notice.served')} <DayText day={notice.servedOn} />{' '}
          {t(notice.mandatory ? 'notice.mandatory' : 'notice.optional')} {notice.reasonLabel}
          {notice.again && <Tag color="orange">{t('field.again')}</Tag>}
          {!notice.servedInTime && <Tag color="orange">{t('notice.late')}</Tag>}
        </p>
      ))}
      {isOfOffice && (
        <DeedButtons
          deeds={hearingDeeds(one, instance, hearing, today)}
          about={`${t('hearing.title')} ${day}`}
          size="small"
        />
      )}
      {!isOff &&
        seats.map((seat) => (
          <SeatView
            key={seat.department}
            at={{ one, instance, hearing, seat, today, isOffice: isOfOffice }}
          />
        ))}
    </li>
  );
}
