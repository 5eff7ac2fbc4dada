import type { DepartmentFacts, HolderFacts } from './organization.reader.js';
import type { VacancyFacts } from './vacancies.reader.js';

/** Duties every department should have somebody for. */
const NEEDED = ['LIAISON', 'HEAD'] as const;

/** A department's duty nobody fulfils today. */
export interface MissingPost {
  department: Pick<DepartmentFacts, 'code' | 'name'>;
  kind: (typeof NEEDED)[number];
  /** The vacant post, who held it last and since when it is empty; null where there never was one. */
  vacancy: Pick<VacancyFacts, 'postCode' | 'lastHolder' | 'since'> | null;
}

/** Who is missing: the liaison's and the head's duties that nobody fulfils, in the departments' order. Pure. */
export function missingPosts(
  departments: readonly Pick<DepartmentFacts, 'id' | 'code' | 'name'>[],
  holders: readonly Pick<HolderFacts, 'departmentId' | 'kind'>[],
  vacancies: readonly VacancyFacts[],
): MissingPost[] {
  const held = new Set(holders.map(({ departmentId, kind }) => `${departmentId} ${kind}`));
  return departments.flatMap(({ id, code, name }) =>
    NEEDED.filter((kind) => !held.has(`${id} ${kind}`)).map((kind) => ({
      department: { code, name },
      kind,
      vacancy: vacancies.find((post) => post.departmentId === id && post.kind === kind) ?? null,
    })),
  );
}
