import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './receivers-choice.css';

/** A city or district that a task may be handed down to. */
export interface Receiver {
  code: string;
  name: string;
}

interface ReceiversChoiceProps {
  receivers: readonly Receiver[];
  /** Codes, in the order they were ticked. */
  chosen: readonly string[];
  onChange: (codes: readonly string[]) => void;
  /** What stands beside one that is ticked, such as its share. */
  beside?: (receiver: Receiver) => ReactNode;
}

/** 下达给: cities or districts to tick, one by one or all. */
export function ReceiversChoice({ receivers, chosen, onChange, beside }: ReceiversChoiceProps): ReactNode {
  const { t } = useTranslation('components');
  const toggle = (code: string, isOn: boolean): void =>
    onChange(isOn ? [...chosen, code] : chosen.filter((each) => each !== code));
  return (
    <fieldset className="receivers-choice">
      <legend>{t('receivers.legend')}</legend>
      <Checkbox
        checked={chosen.length === receivers.length}
        indeterminate={chosen.length > 0 && chosen.length < receivers.length}
        onChange={(event) => onChange(event.target.checked ? receivers.map(({ code }) => code) : [])}
      >
        {t('receivers.all')}
      </Checkbox>
      {receivers.map((receiver) => (
        <div key={receiver.code} className="receivers-choice-one">
          <Checkbox
            checked={chosen.includes(receiver.code)}
            onChange={(event) => toggle(receiver.code, event.target.checked)}
          >
            {receiver.name}
          </Checkbox>
          {chosen.includes(receiver.code) && beside?.(receiver)}
        </div>
      ))}
    </fieldset>
  );
}
