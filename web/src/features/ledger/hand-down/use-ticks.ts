import { useState } from 'react';
import type { BoardItem } from '../board-types.js';

/** Tasks of the list that are ticked for a deed. */
export interface Ticks {
  /** The ticked tasks as they were read, in the order they were ticked. */
  items: readonly BoardItem[];
  has: (id: string) => boolean;
  set: (items: readonly BoardItem[], isOn: boolean) => void;
}

/** Ticking of tasks; null while nobody ticks. What is ticked stays when the list is narrowed. */
export function useTicks(shown: readonly BoardItem[]): {
  ticks: Ticks | null;
  start: () => void;
  stop: () => void;
} {
  const [chosen, setChosen] = useState<ReadonlyMap<string, BoardItem> | null>(null);
  const set = (items: readonly BoardItem[], isOn: boolean): void => {
    const next = new Map(chosen);
    for (const item of items) {
      if (isOn) next.set(item.id, item);
      else next.delete(item.id);
    }
    setChosen(next);
  };
  // What was read again since it was ticked is handed down as it is now.
  const now = new Map(shown.map((item) => [item.id, item]));
  return {
    ticks: chosen && {
      items: [...chosen.values()].map((item) => now.get(item.id) ?? item),
      has: (id) => chosen.has(id),
      set,
    },
    start: () => setChosen(new Map()),
    stop: () => setChosen(null),
  };
}
