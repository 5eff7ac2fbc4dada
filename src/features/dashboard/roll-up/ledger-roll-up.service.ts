import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { seeingAll } from '../../../platform/database/sight.js';
import { BreakdownReader } from '../../ledger/breakdown.reader.js';
import { LedgerReader } from '../../ledger/ledger.reader.js';
import { WhichLedger } from '../which-ledger.js';
import { presentLedgerRollUp, type LedgerRollUpView } from './present-ledger-roll-up.js';
import { RollUpLines } from './roll-up-lines.js';

/** 下级进展汇总: the tasks of a ledger that were handed down, and where each district stands with each. */
@Injectable()
export class LedgerRollUpService {
  constructor(
    private readonly which: WhichLedger,
    private readonly breakdowns: BreakdownReader,
    private readonly ledgers: LedgerReader,
    private readonly lines: RollUpLines,
    private readonly clock: Clock,
  ) {}

  /** The roll-up of a ledger by its id or code; one that the actor's office does not keep or look after is not there. */
  async of(idOrCode: string): Promise<LedgerRollUpView> {
    const ledger = await this.which.find(idOrCode);
    const given = (await this.breakdowns.ofLedger(ledger.id)).filter(
      ({ given: { state } }) => state !== 'WITHDRAWN',
    );
    const ids = [...new Set(given.map(({ taskId }) => taskId))];
    const tasks = await this.ledgers.tasks(ids);
    // The lights of districts are judged by everybody's rows, as on the page of one task.
    const lines = await seeingAll('VERDICT', () => this.lines.of(given.map((each) => each.given)));
    return presentLedgerRollUp(
      ledger,
      this.clock.today(),
      tasks.toSorted((a, b) => (`${a.sortKey}\n${a.id}` < `${b.sortKey}\n${b.id}` ? -1 : 1)),
      given.flatMap(({ taskId }, place) => {
        const line = lines[place];
        return line ? [{ taskId, line }] : [];
      }),
    );
  }
}
