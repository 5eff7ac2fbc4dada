import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Matter } from './decision-types.js';
import { MoveDialog } from './move-dialog.js';
import { isMove } from './move-names.js';

/** What may be done to the decision as a whole; what would be refused is told when its dialog is opened. */
export function DecisionActions({ matter }: { matter: Matter }): ReactNode {
  const { t } = useTranslation('decisions');
  const [chosen, setChosen] = useState<string | null>(null);
  const moves = matter.decision.deeds.filter(isMove);
  const offer = moves.find(({ deed }) => deed === chosen);
  return (
    <>
      {moves.map((each) => (
        <Button
          key={each.deed}
          danger={each.deed === 'TERMINATE'}
          title={each.reason || undefined}
          onClick={() => setChosen(each.deed)}
        >
          {each.possible ? each.label : t('tryOut', { label: each.label })}
        </Button>
      ))}
      {offer && (
        <MoveDialog matter={matter} offer={offer} deed={offer.deed} onClose={() => setChosen(null)} />
      )}
    </>
  );
}
