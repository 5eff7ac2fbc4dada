import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import { countedFigure, shareFigure, type FigureValue } from '../../../domain/figure/figure.js';
import { Clock } from '../../../platform/clock/clock.js';
import { DecisionsReader } from '../../decisions/decisions.reader.js';
import { LitigationReader } from '../../litigation/litigation.reader.js';
import { FIGURES } from './figure-definitions.js';

/** Every figure of a year that a register carries, worked out from dated records: an earlier day answers the same for ever. */
@Injectable()
export class FiguresService {
  constructor(
    private readonly decisions: DecisionsReader,
    private readonly litigation: LitigationReader,
    private readonly clock: Clock,
  ) {}

  /** Figures of a year as of a day, today's unless one is named. */
  async of(year: number, asOf: Day = this.clock.today()): Promise<FigureValue[]> {
    return [...(await this.ofDecisions(year, asOf)), ...(await this.ofAppearance(year, asOf))];
  }

  private async ofDecisions(year: number, asOf: Day): Promise<FigureValue[]> {
    const { identified, finished, underWay } = await this.decisions.statistics(year, asOf);
    return [
      countedFigure(FIGURES.identified, identified, asOf),
      countedFigure(FIGURES.finished, finished, asOf),
      countedFigure(FIGURES.underWay, underWay, asOf),
    ];
  }

  private async ofAppearance(year: number, asOf: Day): Promise<FigureValue[]> {
    const { appearance, caseIds } = await this.litigation.statistics(year, asOf);
    const owed = appearance.counted.map(keyOf);
    const done = appearance.counted.filter(({ fulfilled }) => fulfilled).map(keyOf);
    return [
      countedFigure(FIGURES.cases, caseIds, asOf),
      countedFigure(FIGURES.obligations, owed, asOf),
      countedFigure(FIGURES.fulfilled, done, asOf),
      shareFigure(FIGURES.rate, appearance.percent, owed, asOf),
    ];
  }
}

/** One duty: a case at a level, and the department whose head owed it. */
function keyOf(counted: { case: string; department: string }): string {
  return `${counted.case} ${counted.department}`;
}
