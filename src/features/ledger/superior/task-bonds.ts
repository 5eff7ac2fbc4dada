import { brokenDown, keptBySuperior } from './breakdown.errors.js';

/** What binds a task to the offices above and below. */
export interface TaskBonds {
  /** Name of the office above that handed it down; null for one's own. */
  office: string | null;
  /** The office above has cancelled it. */
  isReleased: boolean;
  /** It was handed down and is owed below. */
  isGiven: boolean;
}

/** Refuses to change what the superior determined (KEPT_BY_SUPERIOR). */
export function requireOwnWording({ office }: TaskBonds, deed: string): void {
  if (office !== null) throw keptBySuperior(deed, office);
}

/** Refuses to cancel what the superior still wants. */
export function requireReleased({ office, isReleased }: TaskBonds): void {
  if (office !== null && !isReleased) throw keptBySuperior('撤销', office);
}

/** Refuses to divide what was handed down to others (TASK_BROKEN_DOWN) or came from above. */
export function requireWhole(bonds: TaskBonds, deed: string): void {
  requireOwnWording(bonds, deed);
  if (bonds.isGiven) throw brokenDown(deed);
}
