import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { WHOLE_INSTALLATION } from '../../../domain/access/jurisdiction.js';
import { addDays, type Day } from '../../../domain/calendar/day.js';
import type { CourtCase } from '../../../domain/rate/court-case.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { ownWorkOf, scopeOf } from '../../../platform/auth/scope.js';
import { Clock } from '../../../platform/clock/clock.js';
import { newId } from '../../../platform/database/id.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { readOfficeFile } from '../../../platform/office/read-office-file.js';
import { OrganizationReader } from '../../organization/organization.reader.js';
import { CaseDesk } from '../case-desk.js';
import { CourtCaseStore, type KeptCase } from '../court-case.store.js';
import { requireOffice } from '../litigation.policy.js';
import { readCourtLines, type ReadLines } from './court-lines.js';
import { planImport, type ImportPlan } from './plan-import.js';
import { readCaseSheet } from './read-case-sheet.js';
import type { FindDepartment } from './case-row.js';

/** What an import did or would do. */
export interface ImportOutcome {
  plan: ImportPlan;
  /** True where something was written; never with a rejected row among them. */
  committed: boolean;
  fileSha256: string;
}

/** 导入案件名单: the court's or the bureau's. The file itself is not kept: it names plaintiffs. */
@Injectable()
export class ImportCasesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: CourtCaseStore,
    private readonly desk: CaseDesk,
    private readonly organization: OrganizationReader,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads a list and lays it onto the register; with `dryRun`, or with one rejected row, nothing is written. The same
   * list a second time changes nothing. Refuses files that cannot be opened (FILE_…) and one without a list.
   */
  async import(bytes: Buffer, name: string, dryRun: boolean): Promise<ImportOutcome> {
    requireOffice(currentActor(), '导入案件名单');
    const rows = readCaseSheet(await readOfficeFile(bytes, name));
    const names = await this.names();
    const fileSha256 = createHash('sha256').update(bytes).digest('hex');
    return this.unitOfWork.run(async () => {
      const kept = await this.kept(rows.map(({ cells }) => cells));
      const byNumber = new Map(
        kept.flatMap((one) => one.courtCase.instances.map(({ number }) => [number, one.courtCase] as const)),
      );
      const ground = { today: this.clock.today(), newId, nameOf: (code: string) => names.nameOf(code) };
      const plan = planImport(rows, (number) => byNumber.get(number) ?? null, names.find, ground);
      const isClean = plan.rows.every(({ fate }) => fate !== 'REJECTED');
      const committed = !dryRun && isClean && plan.created.length + plan.changed.length > 0;
      if (committed) await this.write(plan, kept, { fileSha256 });
      return { plan, committed, fileSha256 };
    });
  }

  /** The court's list as lines to hold against the register. */
  async readLines(bytes: Buffer, name: string): Promise<ReadLines> {
    requireOffice(currentActor(), '导入法院名单');
    const { find } = await this.names();
    return readCourtLines(readCaseSheet(await readOfficeFile(bytes, name)), find);
  }

  private async write(plan: ImportPlan, kept: readonly KeptCase[], source: object): Promise<void> {
    for (const made of plan.created) await this.desk.add(made, recordOf(made, source));
    for (const changed of plan.changed) {
      const before = kept.find(({ courtCase }) => courtCase.id === changed.id);
      if (before) await this.desk.save(before, changed, recordOf(changed, source));
    }
  }

  /** Every case of the office's own jurisdiction one of whose numbers a row names. */
  private async kept(
    rows: readonly { number?: { text: string }; formerNumber?: { text: string } }[],
  ): Promise<KeptCase[]> {
    const numbers = new Set(
      rows.flatMap(({ number, formerNumber }) => [number?.text, formerNumber?.text]).filter((text) => !!text),
    );
    const kept = new Map<string, KeptCase>();
    for (const number of numbers) {
      const id = await this.store.caseOfNumber(number as string, ownWorkOf(currentActor()));
      const found = id !== null && !kept.has(id) ? await this.store.one(id, scopeOf(currentActor())) : null;
      if (found) kept.set(found.courtCase.id, found);
    }
    return [...kept.values()];
  }

  /** Names of the office's own jurisdiction in force today, and codes that ended within the last two years: lists look back. */
  private async names(): Promise<{ find: FindDepartment; nameOf: (code: string) => string }> {
    const today = this.clock.today();
    const { departments } = await this.organization.register(today);
    const before = (await this.organization.register(addDays(today, -730))).departments;
    const codes = new Map<string, string>();
    const foreign = await this.foreign(today);
    for (const one of [...before, ...departments].filter(({ code }) => !foreign.has(code))) {
      for (const name of [one.code, one.name, ...one.aliases.map((alias) => alias.name)]) codes.set(plain(name), one.code);
    }
    const names = new Map([...before, ...departments].map(({ code, name }) => [code, name]));
    return { find: (name) => codes.get(plain(name)) ?? null, nameOf: (code) => names.get(code) ?? code };
  } // prettier-ignore

  /** Codes that a city's tables may name though their cases are recorded by their own office. */
  private async foreign(today: Day): Promise<Set<string>> {
    const own = currentActor().jurisdiction;
    if (own === WHOLE_INSTALLATION) return new Set();
    const all = await this.organization.departments(today);
    return new Set(all.filter(({ jurisdiction }) => jurisdiction !== own).map(({ code }) => code));
  }
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s/gu, '');
}

function recordOf(courtCase: CourtCase, source: object) {
  const { id, plaintiff, cause, instances } = courtCase;
  const numbers = instances.map(({ number }) => number);
  const after = { ...source, plaintiff, cause, numbers };
  return { operation: 'litigation.import-case', objectKind: 'court-case' as const, objectId: id, after };
}
