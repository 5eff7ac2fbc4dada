import { parseArgs } from 'node:util';

/** What the bench is asked for on the command line. */
export interface Options {
  tasks: number[];
  editions: ('sqlite' | 'postgres')[];
  parts: ('freeze' | 'list' | 'job')[];
  quick: boolean;
}

/** Numbers of tasks by default; PostgreSQL is not asked for more than this. */
const SIZES = [10_000, 100_000, 1_000_000];
export const LARGEST_ON_POSTGRES = 100_000;

/** Reads `--tasks 10000,100000 --editions sqlite,postgres --parts freeze,list,job --quick`. */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      tasks: { type: 'string' },
      editions: { type: 'string' },
      parts: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  const sizes = values.quick ? [10_000] : SIZES;
  return {
    tasks: values.tasks === undefined ? sizes : values.tasks.split(',').map(Number),
    editions: chosen(values.editions, ['sqlite', 'postgres']),
    parts: chosen(values.parts, ['freeze', 'list', 'job']),
    quick: values.quick,
  };
}

function chosen<Name extends string>(text: string | undefined, names: readonly Name[]): Name[] {
  if (text === undefined) return [...names];
  const wanted = text.split(',');
  const unknown = wanted.filter((name) => !names.includes(name as Name));
  if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(', ')}; choose from ${names.join(', ')}`);
  return names.filter((name) => wanted.includes(name));
}
