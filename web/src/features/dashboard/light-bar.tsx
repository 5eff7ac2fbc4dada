import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Light, type LightValue } from '../../components/light.js';
import type { LightCounts } from './workbench-types.js';

const ORDER: readonly LightValue[] = ['RED', 'YELLOW', 'GREEN', 'DONE', 'GREY'];

/** Lights as one bar; each part bears its number, and the whole is said in words to whoever does not see it. */
export function LightBar({ counts }: { counts: LightCounts }): ReactNode {
  const { t } = useTranslation('components');
  const parts = ORDER.filter((light) => counts[light] > 0);
  const words = parts.map((light) => `${t(`light.${light}`)} ${counts[light]}`).join('，');
  return (
    <span className="light-bar" title={words}>
      <span className="hidden-text">{words}</span>
      {parts.map((light) => (
        <span
          key={light}
          aria-hidden="true"
          className={`light-bar-${light.toLowerCase()}`}
          style={{ flexGrow: counts[light] }}
        >
          {counts[light]}
        </span>
      ))}
    </span>
  );
}

/** The figures beside shape and word. */
export function LightLegend({ counts }: { counts: LightCounts }): ReactNode {
  return (
    <ul className="light-legend">
      {ORDER.map((light) => (
        <li key={light}>
          <Light value={light} /> <strong>{counts[light]}</strong>
        </li>
      ))}
    </ul>
  );
}
