import type { DeedOffer, PreviewWish } from './decision-types.js';

/** Deeds that take the matter off its way, back onto it, or end it. */
export type MoveName = Exclude<PreviewWish['deed'], 'RECORD'>;

const MOVES: ReadonlySet<string> = new Set<MoveName>([
  'RETURN',
  'RESUBMIT',
  'SUSPEND',
  'RESUME',
  'ADJUST',
  'TERMINATE',
  'CLOSE',
]);

/** Whether an offer is one of the moves. */
export function isMove(offer: DeedOffer): offer is DeedOffer & { deed: MoveName } {
  return MOVES.has(offer.deed);
}
