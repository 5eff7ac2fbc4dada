import type { Light } from './light.js';

/** Colours of lights on paper and in sheets, RRGGBB: pale enough for black letters, beside the word and never instead of it. */
export const lightFills: Readonly<Record<Light, string>> = {
  RED: 'F8CBAD',
  YELLOW: 'FFE699',
  GREEN: 'C6E0B4',
  DONE: 'BDD7EE',
  GREY: 'D9D9D9',
};
