import type { CommitImportService } from '../../features/ledger/import/commit-import.service.js';
import type { ImportLedgerService } from '../../features/ledger/import/import-ledger.service.js';
import type { IssueLedgerService } from '../../features/ledger/issue-ledger.service.js';
import type { LedgerFacts, LedgerReader } from '../../features/ledger/ledger.reader.js';
import type { ImportDepartmentsService } from '../../features/organization/import-departments.service.js';
import type { ImportPostsService } from '../../features/organization/import-posts.service.js';
import type { DemoActors } from './demo-actors.js';
import type { DemoYear } from './demo-year.js';

/** The services that bring in what a year begins with. */
export interface FoundationServices {
  departments: ImportDepartmentsService;
  posts: ImportPostsService;
  imports: ImportLedgerService;
  commits: CommitImportService;
  issuing: IssueLedgerService;
  ledgers: LedgerReader;
}

/** Brings in departments, posts and the ledger, and issues it; what is there already is left alone. */
export class DemoFoundation {
  constructor(
    private readonly actors: DemoActors,
    private readonly services: FoundationServices,
  ) {}

  /** Gives the issued ledger. Every step is known by its effect, so an interrupted one is done again or passed over. */
  async lay(year: DemoYear): Promise<LedgerFacts> {
    const known = await this.ledgerOf(year);
    if (known?.state === 'ISSUED') return known;
    await this.actors.asSystem(async () => {
      await this.services.departments.import(year.departments);
      await this.services.posts.import(year.posts);
    });
    const ledger = known ?? (await this.takeIn(year));
    const { issuer, issuedOn } = year.plan;
    return this.actors.as(issuer, () => this.services.issuing.issue(ledger.id, { issuedOn }));
  }

  private async takeIn({ plan, ledger }: DemoYear): Promise<LedgerFacts> {
    return this.actors.as(plan.keeper, async () => {
      const preview = await this.services.imports.preview(ledger, plan.ledger, {
        kind: 'LEDGER',
        year: plan.year,
        issuedOn: plan.issuedOn,
      });
      return (await this.services.commits.commit(preview.id)).ledger;
    });
  }

  private async ledgerOf({ plan }: DemoYear): Promise<LedgerFacts | undefined> {
    return (await this.services.ledgers.ledgers({ year: plan.year, kind: 'KEY_TASKS' }))[0];
  }
}
