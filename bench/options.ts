import { parseArgs } from 'node:util';

const EDITIONS = ['sqlite', 'postgres'] as const;
const PARTS = ['freeze', 'list', 'job', 'import', 'papers', 'workers'] as const;

/** A part of the measurement that can be asked for alone. */
export type Part = (typeof PARTS)[number];

/** What the bench is asked for on the command line. */
export interface Options {
  tasks: number[];
  editions: (typeof EDITIONS)[number][];
  parts: Part[];
  quick: boolean;
  /** File the figures are written to as JSON, for the chart; none without it. */
  out: string | null;
}

const SIZES = [10_000, 100_000, 1_000_000];

/**
 * Reads `--tasks 10000,100000 --editions sqlite,postgres --parts freeze,list,job,import,papers,workers
 * --out figures.json --quick`; whatever is not given is all of it. Refuses names that are none.
 */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      tasks: { type: 'string' },
      editions: { type: 'string' },
      parts: { type: 'string' },
      out: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  return {
    tasks: numbers(values.tasks, values.quick ? [10_000] : SIZES),
    editions: chosen(values.editions, EDITIONS),
    parts: chosen(values.parts, PARTS),
    quick: values.quick,
    out: values.out ?? null,
  };
}

/** Rounds of one size: fewer where one round alone takes minutes. */
export function roundsFor(tasks: number, { quick }: Options): number {
  if (quick || tasks > 200_000) return 1;
  return tasks > 20_000 ? 3 : 5;
}

function numbers(text: string | undefined, otherwise: readonly number[]): number[] {
  const wanted = text === undefined ? [...otherwise] : text.split(',').map(Number);
  if (wanted.some((n) => !Number.isInteger(n) || n < 1)) throw new Error(`not numbers: ${text}`);
  return wanted;
}

function chosen<Name extends string>(text: string | undefined, names: readonly Name[]): Name[] {
  if (text === undefined) return [...names];
  const wanted = text.split(',');
  const unknown = wanted.filter((name) => !names.includes(name as Name));
  if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(', ')}; choose from ${names.join(', ')}`);
  return names.filter((name) => wanted.includes(name));
}
