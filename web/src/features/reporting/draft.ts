import type { SheetReport } from './reporting-queries.js';

/** What a liaison officer writes in a month's report. */
export interface Content {
  claimedProgress: number | null;
  count: number | null;
  text: string;
  problems: string;
  nextStep: string;
}

/** How a draft stands with the service. */
export type Standing = 'SAVED' | 'CHANGED' | 'SAVING' | 'FAILED';

/** The part of a report that is written by hand. */
export function contentOf({ claimedProgress, count, text, problems, nextStep }: SheetReport): Content {
  return { claimedProgress, count, text, problems, nextStep };
}

/** True when two contents say the same. */
export function isSame(one: Content, other: Content): boolean {
  return (Object.keys(one) as (keyof Content)[]).every((key) => one[key] === other[key]);
}

/** What is still missing before a report can be submitted; keys of the texts under `missing`. */
export function missingOf({ claimedProgress, text }: Content): ('progress' | 'text')[] {
  return [
    ...(claimedProgress === null ? (['progress'] as const) : []),
    ...(text.trim() === '' ? (['text'] as const) : []),
  ];
}
