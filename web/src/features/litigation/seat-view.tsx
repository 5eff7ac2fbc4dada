import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../../api/session.js';
import { Fact } from '../../components/fact.js';
import { DayText } from '../../components/day-text.js';
import { Light } from '../../components/light.js';
import { DeedButtons } from './deeds/deed-buttons.js';
import { seatDeeds, type SeatAt } from './deeds/seat-deeds.js';
import type { Official, Seat } from './litigation-queries.js';

/** One department at one hearing: where it stands and why, who was to come, what was answered, who came. */
export function SeatView({ at }: { at: SeatAt }): ReactNode {
  const { t } = useTranslation('litigation');
  const mayAct = useRole() !== 'LEADER';
  const { seat, hearing } = at;
  return (
    <div className="court-seat">
      <p className="court-event">
        <Light value={seat.light} why={seat.explanation} word={seat.standing} />{' '}
        <strong>{seat.departmentName}</strong>
        {!seat.mustAppear && <Tag>{t('seat.relieved')}</Tag>}
      </p>
      <p className="court-quiet">{seat.explanation}</p>
      <dl className="court-facts">
        <Before seat={seat} />
        <After seat={seat} />
        <Rulings seat={seat} />
      </dl>
      {mayAct && (
        <DeedButtons deeds={seatDeeds(at)} about={`${seat.departmentName} ${hearing.day}`} size="small" />
      )}
    </div>
  );
}

function Before({ seat: { planned, replacements, reply, absence } }: { seat: Seat }): ReactNode {
  const { t } = useTranslation('litigation');
  return (
    <>
      {planned !== null && (
        <Fact name={t('seat.planned')}>
          <Person official={planned} />
        </Fact>
      )}
      {replacements.map(({ from, to, on, reason }) => (
        <Fact key={`${on} ${from} ${to}`} name={t('seat.replaced')}>
          <DayText day={on} /> {from} → {to} {reason}
        </Fact>
      ))}
      {reply !== null && (
        <Fact name={t('seat.reply')}>
          {t(`choice.reply.${reply.kind}`)} <DayText day={reply.on} /> {reply.by} {reply.note}
        </Fact>
      )}
      {absence !== null && (
        <Fact name={t('seat.absence')}>
          {t(`choice.absence.${absence.reason}`)} {absence.explanation}
        </Fact>
      )}
    </>
  );
}

function After({ seat: { form } }: { seat: Seat }): ReactNode {
  const { t } = useTranslation('litigation');
  if (form === null) return null;
  return (
    <>
      <Fact name={t('seat.appeared')}>
        {form.official === null ? t('seat.nobody') : <Person official={form.official} />}
      </Fact>
      <Fact name={t('seat.others')}>{t('seat.counts', { staff: form.staff, lawyers: form.lawyers })}</Fact>
      {form.official !== null && (
        <Fact name={t('field.voice')}>
          {form.voice.length === 0
            ? t('seat.silent')
            : form.voice.map((one) => <Tag key={one}>{t(`choice.voice.${one}`)}</Tag>)}
        </Fact>
      )}
      {form.leftWithoutPermission && <Fact name={t('seat.conduct')}>{t('field.leftWithoutPermission')}</Fact>}
      {form.refusedToExplain && <Fact name={t('seat.conduct')}>{t('field.refusedToExplain')}</Fact>}
      {form.note !== '' && <Fact name={t('field.note')}>{form.note}</Fact>}
      <Fact name={t('seat.returned')}>
        <DayText day={form.returnedOn} />
      </Fact>
    </>
  );
}

function Rulings({ seat }: { seat: Seat }): ReactNode {
  const { t } = useTranslation('litigation');
  return (['absenceAccepted', 'identityAccepted', 'rankConfirmed'] as const).map((name) =>
    seat[name] === null ? null : (
      <Fact key={name} name={t(`field.${name}`)}>
        {t(seat[name] ? 'choice.verdict.YES' : 'choice.verdict.NO')}
      </Fact>
    ),
  );
}

function Person({ official: { name, post, rankLabel, otherAgency } }: { official: Official }): ReactNode {
  return (
    <>
      {name} {post} <Tag>{rankLabel}</Tag>
      {otherAgency}
    </>
  );
}
