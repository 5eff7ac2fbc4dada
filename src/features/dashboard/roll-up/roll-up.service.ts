import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { Clock } from '../../../platform/clock/clock.js';
import { seeingAll } from '../../../platform/database/sight.js';
import { BreakdownReader, type BreakdownFacts } from '../../ledger/breakdown.reader.js';
import { OrganizationReader } from '../../organization/organization.reader.js';
import type { RollUpCandidate, RollUpView } from './present-roll-up.js';
import { RollUpLines } from './roll-up-lines.js';
import { statementOf, totalsOf } from './roll-up-statement.js';

const OWED: ReadonlySet<string> = new Set(['PENDING', 'ACCEPTED', 'ASSIGNED']);

/** 汇总上报: what the receivers of a task have come to, and whom else it may be handed down to. */
@Injectable()
export class RollUpService {
  constructor(
    private readonly breakdowns: BreakdownReader,
    private readonly lines: RollUpLines,
    private readonly organization: OrganizationReader,
    private readonly clock: Clock,
  ) {}

  /** The roll-up of one task; one the actor may not see is refused as if there were none (TASK_NOT_FOUND). */
  async of(taskId: string): Promise<RollUpView> {
    const facts = await this.breakdowns.of(taskId);
    // Whoever leads the task reports on the whole of it, and is told how each receiver stands though its rows are not his.
    const lines = await seeingAll('VERDICT', () => this.lines.of(facts.given));
    const totals = totalsOf(lines);
    return {
      origin: facts.origin?.shown ?? null,
      totals,
      lines,
      candidates: await this.candidates(facts),
      statement: statementOf(lines, totals, this.clock.today()),
    };
  }

  private async candidates({ isOpen, isOwn, given }: BreakdownFacts): Promise<RollUpCandidate[]> {
    const { role } = currentActor();
    if (!isOpen || !isOwn || (role !== 'CLERK' && role !== 'DIRECTOR')) return [];
    const owed = new Set(
      given.filter(({ state }) => OWED.has(state)).map(({ shown }) => shown.receiver.code),
    );
    const below = await this.organization.jurisdictionsBelow(this.clock.today());
    return below.filter(({ code }) => !owed.has(code)).map(({ code, name }) => ({ code, name }));
  }
}
