import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Light, type LightValue } from '../../components/light.js';
import type { Facet } from './board-types.js';

const NO_LIGHT = 'NONE';

/** The lights with their numbers, each a button that narrows the list to it. */
export function LightChips({
  lights,
  value,
  onChange,
}: {
  lights: readonly Facet[];
  value: readonly string[];
  onChange: (lights: string[]) => void;
}): ReactNode {
  const { t } = useTranslation('ledger');
  const toggle = (light: string): void =>
    onChange(value.includes(light) ? value.filter((each) => each !== light) : [...value, light]);
  return (
    <fieldset className="light-chips" aria-label={t('filter.light')}>
      {lights.map(({ value: light, label, count }) => (
        <button
          key={light}
          type="button"
          className="light-chip"
          aria-pressed={value.includes(light)}
          onClick={() => toggle(light)}
        >
          {light === NO_LIGHT ? (
            <span className="no-light">{label}</span>
          ) : (
            <Light value={light as LightValue} />
          )}
          <span className="light-chip-count">{count}</span>
        </button>
      ))}
    </fieldset>
  );
}
