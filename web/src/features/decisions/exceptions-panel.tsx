import { App } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sendDeed } from '../../api/send-deed.js';
import { useDeed } from '../../api/use-deed.js';
import { ConfirmDeed } from '../../components/confirm-deed.js';
import { DayText } from '../../components/day-text.js';
import { TOUCHED } from './decision-queries.js';
import type { DeedOffer, Matter } from './decision-types.js';

/** Exceptions that wait for approval, with the deed for whom it is to approve them. */
export function ExceptionsPanel({ matter: { decision, procedure } }: { matter: Matter }): ReactNode {
  const { t } = useTranslation('decisions');
  if (decision.exceptions.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="exceptions-title">
      <h2 id="exceptions-title">{t('except.waiting')}</h2>
      <ul className="decision-rows">
        {decision.exceptions.map((asked) => {
          const gate = procedure.gates.find(({ id }) => id === asked.gate);
          const offer = decision.deeds.find(
            ({ deed, path }) => deed === 'APPROVE_OVERRIDE' && path.endsWith(`/${asked.seq}/approve`),
          );
          return (
            <li key={asked.seq}>
              <strong>{gate?.name ?? asked.gate}</strong>
              <span className="decision-quiet">{gate?.article}</span>
              <p>{asked.reason}</p>
              {asked.publishedIn !== '' && (
                <p className="decision-quiet">{t('except.published', { where: asked.publishedIn })}</p>
              )}
              <span className="decision-quiet">
                {asked.askedBy} <DayText day={asked.askedOn} />
              </span>
              {offer && <Approve offer={offer} reason={asked.reason} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Approve({ offer, reason }: { offer: DeedOffer; reason: string }): ReactNode {
  const { t } = useTranslation('decisions');
  const { message } = App.useApp();
  const approve = useDeed((to: DeedOffer, key) => sendDeed(to, {}, key), {
    touches: TOUCHED,
    onDone: () => void message.success(t('done', { label: offer.label })),
  });
  if (!offer.possible) return <span className="decision-quiet">{offer.reason}</span>;
  return (
    <ConfirmDeed
      label={offer.label}
      title={t('except.approve')}
      button={{ type: 'primary', size: 'small' }}
      onConfirm={() => approve.mutateAsync(offer)}
    >
      <p>{reason}</p>
    </ConfirmDeed>
  );
}
