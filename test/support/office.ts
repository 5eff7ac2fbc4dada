import { readFileSync } from 'node:fs';
import { ImportDepartmentsService } from '../../src/features/organization/import-departments.service.js';
import { ImportPostsService } from '../../src/features/organization/import-posts.service.js';
import type { TestApp } from './app.js';

/** The office's own posts in stories; every department has `<CODE>-LIAISON` and `<CODE>-HEAD` besides. */
export const CLERK = 'YFB-CLERK';
export const DIRECTOR = 'YFB-DIRECTOR';

/** Fills an empty program with the 47 departments of the test data and with holders for their posts since 2022. */
export async function openOffice({ app }: TestApp): Promise<void> {
  const departments = readFileSync('test/data/departments-2023.csv');
  await app.get(ImportDepartmentsService).import(departments);
  const codes = departments
    .toString('utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[0] as string);
  const posts = [
    'code,department,kind,holder,email,from,to',
    `${CLERK},YFB,CLERK,经办人,clerk@example.invalid,2022-01-01,`,
    `${DIRECTOR},YFB,DIRECTOR,办主任,director@example.invalid,2022-01-01,`,
    ...codes.map(
      (code) => `${code}-LIAISON,${code},LIAISON,${code}联络员,${code}@example.invalid,2022-01-01,`,
    ),
    ...codes.map((code) => `${code}-HEAD,${code},HEAD,${code}负责人,,2022-01-01,`),
  ];
  await app.get(ImportPostsService).import(Buffer.from(posts.join('\n')));
}
