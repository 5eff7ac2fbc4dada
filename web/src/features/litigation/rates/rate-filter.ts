import type { RateFilter } from '../litigation-queries.js';

/** The ways of counting, in the order of their codes; R1 holds where none is chosen. */
export const VARIANTS = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8'] as const;

/** Registers have rates of their own. */
export const REGISTERS = ['ADMINISTRATIVE', 'CIVIL', 'RECONSIDERATION_HEARING'] as const;

const DAY = /^20\d{2}-\d{2}-\d{2}$/;

/** What is asked for, out of the page's address; this year as a whole where nothing is chosen. */
export function rateFilterOf(choices: Readonly<Record<string, string>>, today: string): RateFilter {
  const year = /^20\d{2}$/.test(choices['year'] ?? '') ? Number(choices['year']) : Number(today.slice(0, 4));
  return {
    year,
    ...spanOf(choices),
    variant: VARIANTS.find((code) => code === choices['variant']) ?? 'R1',
    register: REGISTERS.find((code) => code === choices['register']) ?? 'ADMINISTRATIVE',
  };
}

/** A quarter, or two days of one's own; neither for the whole year. */
function spanOf({ quarter = '', from = '', to = '' }: Readonly<Record<string, string>>): Partial<RateFilter> {
  if (DAY.test(from) && DAY.test(to)) return { from, to };
  return /^[1-4]$/.test(quarter) ? { quarter: Number(quarter) } : {};
}
