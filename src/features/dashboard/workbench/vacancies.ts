import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { Clock } from '../../../platform/clock/clock.js';
import { OrganizationReader, type HolderFacts } from '../../organization/organization.reader.js';
import { VacanciesReader, type VacancyFacts } from '../../organization/vacancies.reader.js';
import { OpenPartsStore } from './open-parts.store.js';
import type { VacancyView } from './present-office.js';

const LABELS: Readonly<Record<VacancyView['kind'], string>> = {
  LIAISON: '联络员',
  HEAD: '主要负责人',
  CLERK: '工作人员',
  DIRECTOR: '办主任',
  LEADER: '区领导',
};

/**
 * Posts without anybody: those somebody held before, and the liaison's and the head's of a department that has work but
 * never had one. What goes to an absent liaison goes to the head (办内惯例).
 */
@Injectable()
export class Vacancies {
  constructor(
    private readonly organization: OrganizationReader,
    private readonly vacancies: VacanciesReader,
    private readonly parts: OpenPartsStore,
    private readonly clock: Clock,
  ) {}

  /** As at today; departments with most open tasks first. */
  async today(): Promise<VacancyView[]> {
    const today = this.clock.today();
    const within = new Set(await this.organization.idsWithin(currentActor().jurisdiction));
    const departments = (await this.organization.departments(today)).filter(({ id }) => within.has(id));
    const holders = await this.organization.holders(today);
    const vacated = await this.vacancies.vacant(today);
    const openTasks = await this.parts.byDepartment();
    const views = departments.flatMap(({ id, code, name }) => {
      const held = holders.filter((post) => post.departmentId === id);
      const empty = emptyPosts(id, held, vacated, (openTasks.get(id) ?? 0) > 0);
      const head = held.find((post) => post.kind === 'HEAD');
      return empty.map((vacancy) => ({
        department: code,
        departmentName: name,
        ...vacancy,
        openTasks: openTasks.get(id) ?? 0,
        fallbackPost: (vacancy.kind === 'LIAISON' && head?.postCode) || null,
        fallbackHolder: (vacancy.kind === 'LIAISON' && head?.holder) || null,
      }));
    });
    return views.sort((a, b) => b.openTasks - a.openTasks || (a.department < b.department ? -1 : 1));
  }
}

type Empty = Pick<VacancyView, 'kind' | 'kindLabel' | 'postCode' | 'lastHolder' | 'since'>;

/** A duty that another post of the department fulfils is not vacant. */
function emptyPosts(
  departmentId: string,
  held: readonly HolderFacts[],
  vacated: readonly VacancyFacts[],
  hasWork: boolean,
): Empty[] {
  const kinds = new Set<string>(held.map((post) => post.kind));
  const own = vacated.filter((post) => post.departmentId === departmentId && !kinds.has(post.kind));
  const left = own.map(({ kind, postCode, lastHolder, since }) => ({
    kind,
    kindLabel: LABELS[kind],
    postCode,
    lastHolder,
    since,
  }));
  const never = hasWork
    ? (['LIAISON', 'HEAD'] as const).filter(
        (kind) => !kinds.has(kind) && !own.some((post) => post.kind === kind),
      )
    : [];
  const bare = never.map((kind) => ({
    kind,
    kindLabel: LABELS[kind],
    postCode: null,
    lastHolder: null,
    since: null,
  }));
  return [...left, ...bare];
}
