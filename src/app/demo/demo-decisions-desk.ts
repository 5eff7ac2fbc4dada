import { Readable } from 'node:stream';
import type { Day } from '../../domain/calendar/day.js';
import type { ProcedureDefinition } from '../../domain/procedure/definition.js';
import { stepOf } from '../../domain/procedure/names.js';
import type { CatalogueService } from '../../features/decisions/catalogue.service.js';
import type { CatalogueQuery } from '../../features/decisions/catalogue-query.js';
import type { DecisionDesk } from '../../features/decisions/decision-desk.js';
import type { DecisionFilesService } from '../../features/decisions/decision-files.service.js';
import type { DecisionQuery } from '../../features/decisions/decision-query.js';
import type { DoDeedService } from '../../features/decisions/do-deed.service.js';
import type { WriteDecisionService } from '../../features/decisions/write-decision.service.js';
import type { DemoActors } from './demo-actors.js';
import {
  atomsOf,
  type DemoAtom,
  type DemoDecision,
  type DemoDecisions as Script,
} from './demo-decision-script.js';
import { demoFile } from './demo-file.js';

/** The services through which the decisions of a year are entered. */
export interface DecisionServices {
  catalogues: CatalogueService;
  catalogueQuery: CatalogueQuery;
  writing: WriteDecisionService;
  deeds: DoDeedService;
  files: DecisionFilesService;
  desk: DecisionDesk;
  query: DecisionQuery;
}

/** Whose names the office's deeds are done in. */
export interface OfficePosts {
  keeper: string;
  issuer: string;
}

/**
 * Enters the decisions of a year, each deed on its day and in its post's name. How far a decision has come is the number of
 * its entries, so that a load that was killed goes on and a second one finds nothing to do.
 */
export class DemoDecisionsDesk {
  constructor(
    private readonly actors: DemoActors,
    private readonly services: DecisionServices,
  ) {}

  /** Everything that is due by a day and not done; the office's clock stands on that day. */
  async work(day: Day, script: Script, posts: OfficePosts): Promise<void> {
    if (script.enteredOn > day) return;
    await this.actors.as(posts.keeper, () => this.enter(script));
    await this.publish(day, script, posts);
    for (const decision of script.decisions) await this.workOne(day, script.year, decision, posts);
  }

  private async enter(script: Script): Promise<void> {
    const { writing, catalogues } = this.services;
    if (!(await this.catalogue(script.year))) await catalogues.create(script.year);
    for (const decision of script.decisions) {
      const { number, title, category, department, supervisingLeader, finishOn, reason } = decision;
      if ((await this.idOf(script.year, number)) !== null) continue;
      const wish = { year: script.year, number, title, category, department, supervisingLeader, finishOn };
      const id = await writing.create(wish);
      await catalogues.add(script.year, id, reason, await this.version(script.year));
    }
  }

  private async publish(day: Day, script: Script, { keeper, issuer }: OfficePosts): Promise<void> {
    const { catalogues } = this.services;
    const { year, consent, publication } = script;
    const state = async (): Promise<string | undefined> => (await this.catalogue(year))?.state;
    if (consent.on <= day && (await state()) === 'DRAFT')
      await this.actors.as(keeper, async () => catalogues.consent(year, consent, await this.version(year)));
    if (publication.on <= day && (await state()) === 'CONSENTED')
      await this.actors.as(issuer, async () =>
        catalogues.publish(year, publication, await this.version(year)),
      );
  }

  private async version(year: number): Promise<number> {
    return (await this.catalogue(year))?.version ?? 0;
  }

  private async catalogue(year: number): Promise<{ state: string; version: number } | undefined> {
    return (await this.services.catalogueQuery.list()).items.find((each) => each.year === year);
  }

  private async idOf(year: number, number: string): Promise<string | null> {
    const { items } = await this.services.query.list(year);
    return items.find((each) => each.number === number)?.id ?? null;
  }

  private async workOne(
    day: Day,
    year: number,
    decision: DemoDecision,
    { keeper }: OfficePosts,
  ): Promise<void> {
    const id = await this.actors.as(keeper, () => this.idOf(year, decision.number));
    if (id === null) return;
    const opened = await this.actors.as(keeper, () => this.services.desk.open(id));
    const { definition } = opened.procedure;
    const due = atomsOf(definition, decision)
      .slice(opened.rows.length)
      .filter(({ on }) => on <= day);
    for (const atom of due) {
      const post = isOffices(definition, atom) ? keeper : `${decision.department}-LIAISON`;
      await this.actors.as(post, () => this.do(id, decision, atom));
    }
  }

  private async do(id: string, decision: DemoDecision, atom: DemoAtom): Promise<void> {
    const { deeds, files } = this.services;
    if (atom.kind === 'DEED') return deeds.do(id, atom.act);
    const facts = {
      title: atom.title,
      task: decision.title,
      department: decision.department,
      text: atom.text,
      day: atom.on,
    };
    const { name, bytes } = await demoFile(facts);
    const content = Readable.from([bytes]);
    const file = { name, content, sha256: null, requestBytes: null, isTruncated: () => false };
    if (atom.kind === 'FILE') return files.file(id, atom.step, atom.document, file);
    return files.draft(id, { substantive: true, note: atom.text }, file);
  }
}

/** The office does its own steps and the moves; drafts and the rest are the department's. */
function isOffices(definition: ProcedureDefinition, atom: DemoAtom): boolean {
  if (atom.kind === 'DRAFT') return false;
  const step = atom.kind === 'FILE' ? atom.step : 'step' in atom.act ? atom.act.step : null;
  return step === null || stepOf(definition, step).by === 'OFFICE';
}
