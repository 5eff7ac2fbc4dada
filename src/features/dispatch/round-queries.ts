import { Injectable } from '@nestjs/common';
import type { RegisterRow } from '../../domain/snapshot/register-row.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { decodeCursor, pageOf } from '../../platform/http/cursor.js';
import { LedgerReader, type LedgerFacts } from '../ledger/ledger.reader.js';
import { OrganizationReader } from '../organization/organization.reader.js';
import type { DispatchRound } from './dispatch-round.entity.js';
import { ledgerNotFound, monthNotFrozen } from './dispatch.errors.js';
import { mayKnowTotals, ownPartOnly } from './dispatch.policy.js';
import { presentSnapshot, type SnapshotPageResponse } from './snapshot/present-snapshot.js';
import { PreviewReader } from './preview.reader.js';
import type { MonthQuery, PreviewRowsQuery, SnapshotQuery } from './requests.js';
import { RoundService } from './round.service.js';
import { RoundTables } from './round-tables.js';
import type { SnapshotCorrection } from './snapshot/snapshot-correction.entity.js';

/** Questions of the screen about rounds; a department sees only its own part of a snapshot. */
@Injectable()
export class RoundQueries {
  constructor(
    private readonly ledgers: LedgerReader,
    private readonly rounds: RoundService,
    private readonly tables: RoundTables,
    private readonly organization: OrganizationReader,
    private readonly previews: PreviewReader,
    private readonly clock: Clock,
  ) {}

  /** A ledger by its id or code. */
  async ledger(idOrCode: string): Promise<LedgerFacts> {
    const byId = await this.ledgers.wholeLedger(idOrCode);
    const ledger = byId ?? (await this.ledgers.ledgers()).find((candidate) => candidate.code === idOrCode);
    if (!ledger) throw ledgerNotFound(idOrCode);
    return ledger;
  }

  /** Rounds of a ledger, latest month first. */
  async list(idOrCode: string): Promise<DispatchRound[]> {
    const rounds = await this.tables.rounds.list((await this.ledger(idOrCode)).id);
    return rounds.map(asShown);
  }

  /** One round as the caller may know it. */
  async one(id: string): Promise<DispatchRound> {
    return asShown(await this.rounds.one(id));
  }

  /** One page of a frozen month. Without a department: the tasks; a liaison or head always gets his own department. */
  async rows(roundId: string, query: SnapshotQuery): Promise<SnapshotPageResponse> {
    const round = await this.rounds.one(roundId);
    if (round.snapshotSha256 === null) throw monthNotFrozen(round.month);
    const code = await this.visibleCode(query.department ?? '');
    const [sortKey, departmentCode] = query.after ? decodeCursor(query.after, 2) : [];
    const after = query.after ? { sortKey: String(sortKey), departmentCode: String(departmentCode) } : null;
    const filter = { departmentCode: code, ...(query.light ? { light: query.light } : {}) };
    const rows = await this.tables.snapshots.page(roundId, filter, after, query.limit + 1);
    return pageOf(rows, query.limit, presentSnapshot, (row) => [row.sortKey, row.departmentCode]);
  }

  /** One page of what a freeze today would write: why each light. The whole month is judged for every page. */
  async previewRows(query: PreviewRowsQuery): Promise<SnapshotPageResponse> {
    const { rows } = await this.previews.preview(await this.ledger(query.ledger), query.month);
    const [sortKey = '', departmentCode = ''] = query.after ? decodeCursor(query.after, 2).map(String) : [];
    const wanted = rows.filter(
      (row) =>
        row.departmentCode === (query.department ?? '') &&
        (query.light === undefined || row.light === query.light) &&
        (row.sortKey > sortKey || (row.sortKey === sortKey && row.departmentCode > departmentCode)),
    );
    const page = wanted.slice(0, query.limit + 1);
    return pageOf(page, query.limit, presentSnapshot, (row) => [row.sortKey, row.departmentCode]);
  }

  /** Decisions and hearings of a frozen month; a liaison or head gets those of his own department. */
  async registers(roundId: string): Promise<RegisterRow[]> {
    const round = await this.rounds.one(roundId);
    if (round.snapshotSha256 === null) throw monthNotFrozen(round.month);
    const code = await this.visibleCode('');
    return this.tables.registers.rows(roundId, code === '' ? null : code);
  }

  /** The same as a freeze today would write them. */
  async previewRegisters({ ledger, month }: MonthQuery): Promise<readonly RegisterRow[]> {
    return (await this.previews.preview(await this.ledger(ledger), month)).registers;
  }

  /** Corrections told in the bulletin of a round's month. */
  async corrections(roundId: string): Promise<SnapshotCorrection[]> {
    const round = await this.rounds.one(roundId);
    return this.tables.corrections.shownIn(round.ledgerId, round.month);
  }

  private async visibleCode(asked: string): Promise<string> {
    const actor = currentActor();
    if (!ownPartOnly(actor)) return asked;
    const departments = await this.organization.departments(this.clock.today());
    return departments.find(({ id }) => id === actor.departmentId)?.code ?? '-';
  }
}

function asShown(round: DispatchRound): DispatchRound {
  return mayKnowTotals(currentActor(), round.state) ? round : { ...round, totals: null };
}
