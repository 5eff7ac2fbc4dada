import { Injectable } from '@nestjs/common';
import type { Month } from '../../../domain/calendar/month.js';
import { DispatchReader, type RoundFacts } from '../../dispatch/dispatch.reader.js';
import { LiveBoards } from '../board/live-boards.js';
import type { OwnLights } from './sheet-lines.js';

/** A department's own lights in a month: as frozen, or as of today while the month runs. */
@Injectable()
export class SheetLights {
  constructor(
    private readonly dispatch: DispatchReader,
    private readonly boards: LiveBoards,
  ) {}

  /** The month's round, or null while it is not open. */
  round(ledgerId: string, month: Month): Promise<RoundFacts | null> {
    return this.dispatch.round(ledgerId, month);
  }

  /** By number of the task. */
  async of(
    ledgerId: string,
    round: RoundFacts | null,
    department: { id: string; code: string },
  ): Promise<OwnLights> {
    if (round !== null && round.snapshotSha256 !== null) return this.frozen(round.id, department.code);
    const lines = await this.boards.lines(ledgerId);
    return new Map(
      lines.flatMap(({ task, ownLights }) => {
        const own = ownLights.get(department.id);
        return own ? [[task.number, own] as const] : [];
      }),
    );
  }

  private async frozen(roundId: string, departmentCode: string): Promise<OwnLights> {
    const rows = await this.dispatch.snapshotRows(roundId, { departmentCode });
    return new Map(rows.map((row) => [row.number, row]));
  }
}
