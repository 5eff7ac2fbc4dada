import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema.js';
import { InstantText } from '../../components/day-text.js';
import { Light, type LightValue } from '../../components/light.js';

type SelfCheck = components['schemas']['SelfCheckResponse'];
type Place = components['schemas']['AnchorPlaceResponse'];

/** Where points of the audit chain are put, when the last one arrived, and what is wrong with the choice. */
export function AnchorPlaces({ check }: { check: SelfCheck }): ReactNode {
  const { t } = useTranslation('self-check');
  return (
    <section className="panel">
      <h2>{t('anchors.title')}</h2>
      <p className="self-check-quiet">{t('anchors.lead')}</p>
      {check.warnings.map((warning) => (
        <p key={warning}>
          <Light value="YELLOW" word={t('anchors.warning')} /> {warning}
        </p>
      ))}
      <ul className="self-check-list">
        {check.anchors.map((place) => (
          <PlaceLine key={place.place} place={place} />
        ))}
      </ul>
    </section>
  );
}

function PlaceLine({ place }: { place: Place }): ReactNode {
  const { t } = useTranslation('self-check');
  const { sentAt, seq, every, lastError } = place;
  const standing = standingOf(place);
  return (
    <li>
      <div className="self-check-line">
        <Light value={standing.light} word={t(`anchors.${standing.word}`)} />
        <span className="self-check-place">{nameOf(place.place, t)}</span>
        <span className="self-check-quiet">{t(`anchors.every.${every}`)}</span>
        {sentAt !== null && (
          <span>
            <InstantText at={sentAt} /> {t('anchors.sent', { seq })}
          </span>
        )}
      </div>
      {lastError !== null && <p className="self-check-alarm">{lastError}</p>}
    </li>
  );
}

function standingOf({ isOverdue, sentAt }: Place): { light: LightValue; word: 'overdue' | 'none' | 'good' } {
  if (isOverdue) return { light: 'RED', word: 'overdue' };
  return sentAt === null ? { light: 'GREY', word: 'none' } : { light: 'GREEN', word: 'good' };
}

function nameOf(
  place: string,
  t: (key: 'anchors.folder' | 'anchors.mail' | 'anchors.log', values?: { at: string }) => string,
): string {
  const [kind, ...rest] = place.split(':');
  const at = rest.join(':');
  if (kind === 'folder') return t('anchors.folder', { at });
  return kind === 'mail' ? t('anchors.mail', { at }) : t('anchors.log');
}
