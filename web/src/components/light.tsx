import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './light.css';

/** The verdict on a task in a month, as the service sends it. */
export type LightValue = 'GREEN' | 'YELLOW' | 'RED' | 'DONE' | 'GREY';

/** Each light has a shape of its own, so that it is told apart on a black-and-white print and by the colour-blind. */
const SHAPES: Readonly<Record<LightValue, ReactNode>> = {
  GREEN: <circle cx="8" cy="8" r="6.5" />,
  YELLOW: <path d="M8 1.5 15 14.500H1z" />,
  RED: <path d="M5 1.500h6L14.500 5v6L11 14.500H5L1.500 11V5z" />,
  DONE: <path d="M2 8.500 6.200 13 14 3.500" fill="none" strokeWidth="2.600" stroke="currentColor" />,
  GREY: <path d="M2 6.500h12v3H2z" />,
};

/**
 * A light: shape, word and colour. `why` is the sentence that explains it, shown on hover and beside it where there is room;
 * `word` stands for the light's own name where the register says more, e.g. 待答复.
 */
export function Light({ value, why, word }: { value: LightValue; why?: string; word?: string }): ReactNode {
  const { t } = useTranslation('components');
  return (
    <span className={`light light-${value.toLowerCase()}`} title={why}>
      <svg viewBox="0 0 16 16" width="13" height="13" aria-hidden="true" fill="currentColor">
        {SHAPES[value]}
      </svg>
      {word ?? t(`light.${value}`)}
    </span>
  );
}
