import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import type { AnchorPlace } from './anchor-place.js';
import { AnchorPlaces } from './anchor-places.js';
import { AnchorStore, type PlaceRecord } from './anchor.store.js';

/** How one configured place is going. */
export interface PlaceStanding {
  name: string;
  every: 'hour' | 'day';
  /** When its newest anchor arrived, milliseconds UTC; null when none ever did. */
  sentAt: number | null;
  /** Number of the event that anchor points at. */
  seq: number | null;
  isOverdue: boolean;
  lastError: string | null;
}

/** All places, and what is wrong with the choice of them. */
export interface AnchorsStanding {
  places: PlaceStanding[];
  warnings: readonly string[];
  overdue: number;
}

const HOUR_MS = 3_600_000;
/** Two turns and an hour: one that is late by itself is no reason to call anybody. */
const PATIENCE_MS = { hour: 3 * HOUR_MS, day: 49 * HOUR_MS };

/** Tells whether anchors arrive where they should. */
@Injectable()
export class AnchorStanding {
  constructor(
    private readonly places: AnchorPlaces,
    private readonly store: AnchorStore,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<AnchorsStanding> {
    const records = new Map((await this.store.records()).map((record) => [record.place, record]));
    const now = this.clock.now();
    const places = this.places.all.map((place) => standingOf(place, records.get(place.name) ?? NOTHING, now));
    const overdue = places.filter(({ isOverdue }) => isOverdue).length;
    return { places, warnings: this.places.warnings, overdue };
  }
}

/** Before anything was taken for a place. */
const NOTHING: Omit<PlaceRecord, 'place'> = {
  sentOf: null,
  sentAt: null,
  sentSeq: null,
  waitingSince: null,
  givenUp: 0,
  lastError: null,
};

/** Pure: a place is overdue when an anchor waits too long or was given up, or when none was sent for too long. */
export function standingOf(
  { name, every }: Pick<AnchorPlace, 'name' | 'every'>,
  record: Omit<PlaceRecord, 'place'>,
  now: number,
): PlaceStanding {
  const { sentOf, sentAt, sentSeq: seq, waitingSince, givenUp, lastError } = record;
  const waits = waitingSince !== null && now - waitingSince > HOUR_MS;
  const isSilent = sentOf !== null && now - sentOf > PATIENCE_MS[every];
  return { name, every, sentAt, seq, isOverdue: waits || isSilent || givenUp > 0, lastError };
}
