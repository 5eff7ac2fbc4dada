import type { FieldSpec, FieldValues } from '../../../components/task-deeds/field-spec.js';
import type { ImportColumn, ImportRow } from './import-types.js';

/** What a column can mean, those asked for most first. */
export const COLUMN_FIELDS = [
  'NUMBER',
  'INDICATOR_1',
  'INDICATOR_2',
  'INDICATOR_3',
  'TITLE',
  'MEASURES',
  'GOAL',
  'LEAD',
  'SUPPORT',
  'RESPONSIBLE',
  'DEADLINE',
  'TARGET_VALUE',
  'TARGET_UNIT',
  'EVIDENCE',
  'SUPERVISING_LEADER',
  'RESPONSIBLE_PERSON',
  'CONTACT',
  'REMARK',
  'PROGRESS',
  'COMPLETION',
  'PROBLEMS',
  'NEXT_STEP',
  ...Array.from({ length: 12 }, (_, month) => `MONTH_${month + 1}`),
] as const;

/** Field of a row's form, by what a column means. */
const FORM_FIELDS: Readonly<Record<string, string>> = {
  NUMBER: 'number',
  INDICATOR_1: 'indicators',
  INDICATOR_2: 'indicators',
  INDICATOR_3: 'indicators',
  TITLE: 'title',
  MEASURES: 'measures',
  LEAD: 'lead',
  RESPONSIBLE: 'lead',
  SUPPORT: 'support',
  DEADLINE: 'deadline',
  TARGET_VALUE: 'target',
  TARGET_UNIT: 'target',
};

/** All that can be set right in a row. */
export const ROW_FIELDS: readonly FieldSpec[] = [
  { name: 'number', kind: 'text', maxLength: 30 },
  { name: 'indicators', kind: 'indicators' },
  { name: 'title', kind: 'lines', isRequired: true, maxLength: 500 },
  { name: 'measures', kind: 'lines', maxLength: 4000 },
  { name: 'lead', kind: 'departments', hint: 'lead' },
  { name: 'support', kind: 'departments' },
  { name: 'groups', kind: 'groups', hint: 'groups' },
  { name: 'deadline', kind: 'text', maxLength: 300, hint: 'deadline' },
  { name: 'target', kind: 'target' },
];

/** The field of the form that a column of the file feeds; null for one that is not kept. */
export function formFieldOf(heading: string, columns: readonly ImportColumn[]): string | null {
  const column = columns.find((each) => each.heading === heading || each.column === heading);
  return FORM_FIELDS[column?.field ?? ''] ?? null;
}

/** A row as its form shows it at first. */
export function valuesOf(row: ImportRow): FieldValues {
  const codes = (departments: ImportRow['lead']): string[] => departments.map(({ code }) => code);
  return {
    number: row.number,
    indicators: row.indicators,
    title: row.title,
    measures: row.measures,
    lead: codes(row.lead),
    support: codes(row.support),
    groups: row.groups,
    deadline: row.deadline.raw,
    target: row.target,
  };
}
