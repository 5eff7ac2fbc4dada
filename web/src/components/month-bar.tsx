import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ledgerOptions } from '../lib/ledger-options.js';
import { MonthPicker } from './month-picker.js';
import type { ChosenMonth } from './use-month.js';

/** Which ledger and which month; the ledger only where there are several. */
export function MonthBar({ chosen }: { chosen: ChosenMonth }): ReactNode {
  const { t } = useTranslation('components');
  return (
    <>
      {chosen.ledgers.length > 1 && (
        <Select
          aria-label={t('monthPicker.ledger')}
          value={chosen.ledger}
          onChange={(ledger: string) => chosen.choose({ ledger })}
          popupMatchSelectWidth={false}
          showSearch={{ optionFilterProp: 'label' }}
          options={ledgerOptions(chosen.ledgers, ({ id }) => id)}
        />
      )}
      <MonthPicker
        value={chosen.month}
        first={chosen.first}
        last={chosen.last}
        onChange={(month) => chosen.choose({ month })}
      />
    </>
  );
}
