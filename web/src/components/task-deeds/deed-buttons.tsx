import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DeedDialog } from './deed-dialog.js';
import { formOf, isNextStep } from './deed-forms.js';
import './deeds.css';
import type { DeedOffer, TaskPage } from './deed-types.js';

/** Buttons for what can be done now, and for the rest the reason why not. */
export function DeedButtons({
  page,
  offers,
  inRow = false,
}: {
  page: TaskPage;
  offers: readonly DeedOffer[];
  /** Small, and without naming the subject, which stands beside. */
  inRow?: boolean;
}): ReactNode {
  const { t } = useTranslation('task-deeds');
  const [chosen, setChosen] = useState<DeedOffer | null>(null);
  const navigate = useNavigate();
  const choose = (offer: DeedOffer): void => {
    const address = formOf(offer).elsewhere?.(page, offer);
    if (address === undefined) setChosen(offer);
    else void navigate(address);
  };
  const open = offers.filter(({ possible }) => possible);
  const shut = offers.filter(({ possible }) => !possible);
  const size = inRow ? 'small' : 'middle';
  const nameOf = ({ label, subject }: DeedOffer): string =>
    subject && !inRow ? `${label}（${subject}）` : label;
  if (offers.length === 0) return null;
  return (
    <div className={inRow ? 'deed-bar in-row no-print' : 'deed-bar no-print'}>
      {open.map((offer) => (
        <Button
          key={keyOf(offer)}
          size={size}
          type={isNextStep(offer) ? 'primary' : 'default'}
          danger={formOf(offer).isDanger ?? false}
          onClick={() => choose(offer)}
        >
          {nameOf(offer)}
        </Button>
      ))}
      {shut.length > 0 && (
        <details className="deed-shut">
          <summary>{t(inRow ? 'shutHere' : 'shut', { count: shut.length })}</summary>
          <ul>
            {shut.map((offer) => (
              <li key={keyOf(offer)}>
                <Button disabled size="small">
                  {nameOf(offer)}
                </Button>
                <span>{offer.reason}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {chosen && (
        <DeedDialog key={keyOf(chosen)} page={page} offer={chosen} onClose={() => setChosen(null)} />
      )}
    </div>
  );
}

function keyOf({ deed, path }: DeedOffer): string {
  return `${deed} ${path}`;
}
