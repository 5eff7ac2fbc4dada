import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeedOffer, Matter, Step } from './decision-types.js';
import { DetermineDialog } from './determine-dialog.js';
import { RecordDialog } from './record-dialog.js';

/**
 * The deeds the service offers on a step. One that it would refuse now is told with its reason; its form can be opened all
 * the same, since part of what stands against it may be written in the form.
 */
export function StepDeeds({ matter, step }: { matter: Matter; step: Step }): ReactNode {
  const { t } = useTranslation('decisions');
  const [chosen, setChosen] = useState<string | null>(null);
  const offer = step.deeds.find(({ deed }) => deed === chosen);
  const refused = step.deeds.filter(({ possible }) => !possible);
  if (step.deeds.length === 0) return null;
  return (
    <div className="no-print">
      <div className="decision-deeds">
        {step.deeds.map((each) => (
          <Button
            key={each.deed}
            type={isNext(each, step) ? 'primary' : 'default'}
            onClick={() => setChosen(each.deed)}
          >
            {each.possible ? each.label : t('tryOut', { label: each.label })}
          </Button>
        ))}
      </div>
      {refused.map(({ deed, reason }) => (
        <p key={deed} className="decision-quiet">
          {reason}
        </p>
      ))}
      {offer?.deed === 'RECORD' && (
        <RecordDialog matter={matter} step={step} offer={offer} onClose={() => setChosen(null)} />
      )}
      {offer?.deed === 'DETERMINE' && (
        <DetermineDialog id={matter.decision.id} step={step} offer={offer} onClose={() => setChosen(null)} />
      )}
    </div>
  );
}

/** The one deed the step waits for: the answer to its question, then its record. */
function isNext({ deed, possible }: DeedOffer, { question, applies, state }: Step): boolean {
  const next = question !== null && applies === null ? 'DETERMINE' : 'RECORD';
  return possible && state === 'CURRENT' && deed === next;
}
