import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayText } from '../../components/day-text.js';
import type { Decision } from './decision-types.js';

const AT_FIRST = 12;

/** All that was entered, in words, the latest first. */
export function HistoryPanel({ decision }: { decision: Decision }): ReactNode {
  const { t } = useTranslation('decisions');
  const [isWhole, setWhole] = useState(false);
  const entries = decision.history.toReversed();
  const shown = isWhole ? entries : entries.slice(0, AT_FIRST);
  const hidden = entries.length - shown.length;
  return (
    <section className="panel" aria-labelledby="history-title">
      <h2 id="history-title">{t('history.title')}</h2>
      {entries.length === 0 && <p className="decision-quiet">{t('history.none')}</p>}
      <ol className="decision-rows">
        {shown.map((entry) => (
          <li key={entry.seq}>
            <DayText day={entry.recordedOn} />
            <span>{entry.recorder || entry.recordedBy}</span>
            <span>
              {t(`history.${entry.kind}`, { step: entry.step })}
              {entry.on !== entry.recordedOn && ` ${t('history.on', { day: entry.on })}`}
            </span>
            {entry.words !== '' && <p className="decision-quiet">{entry.words}</p>}
          </li>
        ))}
      </ol>
      {hidden > 0 && (
        <Button className="no-print" onClick={() => setWhole(true)}>
          {t('history.all', { count: hidden })}
        </Button>
      )}
    </section>
  );
}
