import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { Clock } from '../../../platform/clock/clock.js';
import { OrganizationReader, type DepartmentFacts } from '../../organization/organization.reader.js';
import { VacanciesReader, type PostFacts } from '../../organization/vacancies.reader.js';
import { handOverNotFound, handOverPostUnknown } from './hand-over.errors.js';
import { maySeeHandOver } from './hand-over.policy.js';
import { HandOverSheets } from './hand-over-sheets.js';
import { HandOverStore, type HandOverRecord } from './hand-over.store.js';
import { presentHandOver, type HandOverPageView, type HandOverSheetView } from './present-hand-over.js';

/** Posts that are handed over with a sheet: those of the departments. */
const HANDED_OVER: ReadonlySet<string> = new Set(['LIAISON', 'HEAD']);

/** Questions about hand-overs, narrowed to what the caller may see. */
@Injectable()
export class HandOverQueries {
  constructor(
    readonly handOvers: HandOverStore,
    private readonly sheets: HandOverSheets,
    private readonly organization: OrganizationReader,
    private readonly posts: VacanciesReader,
    private readonly clock: Clock,
  ) {}

  /** A post with its department; refuses (HAND_OVER_POST_UNKNOWN) what is none of a department, or a foreign one. */
  async post(code: string): Promise<{ post: PostFacts; department: DepartmentFacts }> {
    const post = await this.posts.latest(code);
    const department = post && (await this.organization.department(post.departmentId));
    const known = department && (await this.organization.departmentByCode(department.code));
    const isSeen =
      known && post && HANDED_OVER.has(post.kind) && maySeeHandOver(currentActor(), post.departmentId);
    if (!department || !isSeen) throw handOverPostUnknown();
    return { post, department };
  }

  /** The post as it stands today, with its sheet and its hand-overs. */
  async page(code: string): Promise<HandOverPageView> {
    const { post, department } = await this.post(code);
    const today = this.clock.today();
    const held = await this.organization.postByCode(code, today);
    const head =
      held === null && post.kind === 'LIAISON'
        ? await this.organization.holderOf(department.id, 'HEAD', today)
        : null;
    return {
      postCode: code,
      holder: held?.holder ?? '',
      fallbackHolder: head?.holder ?? '',
      sheet: await this.sheet(department, code),
      handOvers: (await this.handOvers.ofPost(code)).map(presentHandOver),
    };
  }

  /** The sheet of a post as of today. */
  sheet(department: DepartmentFacts, postCode: string): Promise<HandOverSheetView> {
    return this.sheets.of(department, postCode);
  }

  /** One hand-over of a post the caller may look into. */
  async one(postCode: string, id: string): Promise<HandOverRecord> {
    await this.post(postCode);
    const record = await this.handOvers.one(postCode, id);
    if (!record) throw handOverNotFound();
    return record;
  }
}
