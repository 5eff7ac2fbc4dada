import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { together, type Findings } from '../findings.js';
import type { Ended, Place, Running } from '../program.js';
import { CUT_STYLES, DiskModel, type CutStyle, type DiskImage } from './disk-model.js';
import { readTrace, tracer, type DiskEvent } from './trace-log.js';

/** What a program wrote on the disk and when it said what. */
export interface Recording {
  start: Map<string, Buffer>;
  events: DiskEvent[];
  ended: Ended;
}

/**
 * Runs a program on a data folder under strace until it ends by itself; `log` is a file for the trace. What the place puts
 * before the program is traced with it.
 */
export async function record(
  place: Place,
  log: string,
  start: (place: Place) => Running,
): Promise<Recording> {
  const before = filesOf(place.data);
  const ended = await start({ ...place, under: [...tracer(log), ...(place.under ?? [])] }).ended;
  const recording = { start: before, events: readTrace(readFileSync(log, 'latin1'), place.data), ended };
  assertFollowed(recording, filesOf(place.data));
  return recording;
}

/** A cut: after so many events, in this way, and what had been said by then. */
export interface Cut {
  after: number;
  style: CutStyle;
  said: string;
  image: DiskImage;
}

/**
 * Cuts the power at random moments of a recording, each in every style, and judges what is left. Half of the moments
 * lie right behind something said: what was acknowledged then has had the least time to reach the disk.
 */
export async function cutTrials(
  recording: Recording,
  plan: { cuts: number; random: () => number },
  judge: (cut: Cut) => Findings | Promise<Findings>,
): Promise<{ trials: number; found: Findings; badCuts: number }> {
  const { events } = recording;
  const told = events.flatMap((event, i) => (event.op === 'say' ? [i] : []));
  const moments = Array.from({ length: plan.cuts }, (_, n) =>
    n % 2 === 0 && told.length > 0
      ? (told[Math.floor(plan.random() * told.length)] ?? 0)
      : Math.floor(plan.random() * events.length),
  ).toSorted((a, b) => a - b);
  const disk = new DiskModel(recording.start);
  const found: Findings[] = [];
  let [index, said, badCuts] = [0, '', 0];
  for (const moment of moments) {
    for (; index <= moment; index++) {
      const event = events[index];
      if (event?.op === 'say') said += event.text;
      if (event) disk.apply(event, index);
    }
    for (const style of CUT_STYLES) {
      const image = disk.cut(style, plan.random);
      const one = await judge({ after: moment, style, said, image });
      if (Object.values(one).some((list: string[]) => list.length > 0)) badCuts += 1;
      found.push(one);
    }
  }
  return { trials: moments.length * CUT_STYLES.length, found: together(found), badCuts };
}

/** Throws where the trace does not lead to what lies on the disk now: then something was written in a way nobody followed. */
function assertFollowed({ start, events }: Recording, now: ReadonlyMap<string, Buffer>): void {
  const disk = new DiskModel(start);
  events.forEach((event, i) => disk.apply(event, i));
  const followed = disk.cut('all', () => 0);
  const isOther = (path: string) => !(followed.get(path) ?? NO_FILE).equals(now.get(path) ?? NO_FILE);
  // What processes share in memory under a name is written without a call, and is not meant to outlast them.
  const others = [...new Set([...followed.keys(), ...now.keys()])].filter(
    (path) => !path.endsWith('-shm') && isOther(path),
  );
  if (others.length > 0) throw new Error(`the trace tells otherwise of ${others.slice(0, 5).join(', ')}`);
}

const NO_FILE = Buffer.from('no such file');

function filesOf(folder: string): Map<string, Buffer> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path), readFileSync(path)]),
  );
}
