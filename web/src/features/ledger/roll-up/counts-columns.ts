import type { LightValue } from '../../../components/light.js';
import type { Counts } from './roll-up-queries.js';

/** What is counted by state, in the order of the deeds. */
export const STATES = ['handed', 'pending', 'accepted', 'assigned', 'returned'] as const;

/** What is counted by light, the worst first. */
export const LIGHTS: readonly [LightValue, keyof Counts][] = [
  ['RED', 'red'],
  ['YELLOW', 'yellow'],
  ['GREEN', 'green'],
  ['DONE', 'done'],
  ['GREY', 'grey'],
];
