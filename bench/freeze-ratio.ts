import type { ChildCost } from './child.js';
import { inChild } from './child.js';
import type { Edition, Place } from './edition.js';
import type { Frozen } from './freeze.js';
import { median } from './median.js';
import type { Floor } from './written-tables.js';

/** Our freeze beside the floor for one size, medians of the rounds. */
export interface FreezeRatio {
  edition: string;
  tasks: number;
  rows: number;
  ours: number;
  oursCpu: number;
  floor: number;
  floorCpu: number;
  ratio: number;
  /** Largest of our rounds, MiB. */
  peakMb: number;
  flags: number;
  reminders: number;
}

const DEPARTMENTS = '41';
const OVERDUE_IN_TEN = '3';

/** Fills one database, then in turns freezes a copy of it and has the floor write the same rows into another copy. */
export async function measureFreeze(edition: Edition, tasks: number, rounds: number): Promise<FreezeRatio> {
  const filled = await edition.empty();
  try {
    const { ledgerId } = await inChild<{ ledgerId: string }>('make-data.js', filled.environment, [
      String(tasks),
      DEPARTMENTS,
      OVERDUE_IN_TEN,
    ]);
    const ours: (Frozen & ChildCost)[] = [];
    const floors: Floor[] = [];
    for (let round = 0; round < rounds; round++) {
      const { frozen, floor } = await oneRound(edition, filled, ledgerId);
      ours.push(frozen);
      floors.push(floor);
    }
    return ratioOf(edition.name, tasks, ours, floors);
  } finally {
    await filled.remove();
  }
}

async function oneRound(edition: Edition, filled: Place, ledgerId: string) {
  const forUs = await edition.copy(filled);
  const forFloor = await edition.copy(filled);
  try {
    const frozen = await inChild<Frozen>('freeze.js', forUs.environment, [ledgerId]);
    const floor = await inChild<Floor>(`floor-${edition.name}.js`, {}, [forUs.address, forFloor.address]);
    return { frozen, floor };
  } finally {
    await forUs.remove();
    await forFloor.remove();
  }
}

function ratioOf(edition: string, tasks: number, ours: (Frozen & ChildCost)[], floors: Floor[]): FreezeRatio {
  if (new Set(ours.map(({ hash }) => hash)).size !== 1) throw new Error('rounds differ in their snapshot');
  const seconds = { ours: median(ours.map((o) => o.seconds)), floor: median(floors.map((f) => f.seconds)) };
  return {
    edition,
    tasks,
    rows: floors[0]?.rows ?? 0,
    ours: seconds.ours,
    oursCpu: median(ours.map((o) => o.cpu)),
    floor: seconds.floor,
    floorCpu: median(floors.map((f) => f.cpu)),
    ratio: seconds.ours / seconds.floor,
    peakMb: Math.max(...ours.map((o) => o.peakMb)),
    flags: ours[0]?.flags ?? 0,
    reminders: ours[0]?.reminders ?? 0,
  };
}
