import { Injectable } from '@nestjs/common';
import { addToMonth, monthOf } from '../../../domain/calendar/month.js';
import { groupedBy } from '../../../domain/grouped-by.js';
import { Clock } from '../../../platform/clock/clock.js';
import { LedgerReader } from '../../ledger/ledger.reader.js';
import { LiveBoards } from '../board/live-boards.js';
import { figure } from './present-figure.js';
import { FrozenLightsStore } from './frozen-lights.store.js';
import type { DepartmentLightsView, IndicatorLightsView, LightsView } from './present-lights.js';
import { redList, seenLights, tally, trendOf, type SeenLight } from './tally-lights.js';

const REDS_SHOWN = 20;
const MONTHS_SHOWN = 12;
const SEPARATOR = ' / ';

/** Today's lights of all issued ledgers, and how the frozen months went before. */
@Injectable()
export class Lights {
  constructor(
    private readonly ledgers: LedgerReader,
    private readonly boards: LiveBoards,
    private readonly frozen: FrozenLightsStore,
    private readonly clock: Clock,
  ) {}

  /** Of the district, or of one department's parts. */
  async of(department: { id: string; code: string } | null): Promise<LightsView> {
    const lights: SeenLight[] = [];
    for (const ledger of await this.ledgers.ledgers({ state: 'ISSUED' }))
      lights.push(...seenLights(await this.boards.lines(ledger.id), department?.id ?? null));
    const from = addToMonth(monthOf(this.clock.today()), -MONTHS_SHOWN);
    const trend = trendOf(await this.frozen.byMonth(department?.code ?? '', from));
    const now = tally(lights);
    return {
      now,
      red: figure(now.RED, '/task-board', { light: 'RED' }),
      reds: redList(lights, REDS_SHOWN),
      trend,
      departments: department === null ? byDepartment(lights) : [],
      indicators: byIndicator(lights),
    };
  }
}

function byDepartment(lights: readonly SeenLight[]): DepartmentLightsView[] {
  const led = lights.filter(({ department }) => department.code !== '');
  return [...groupedBy(led, ({ department }) => department.code)].map(([code, own]) => {
    const counts = tally(own);
    const filter = { department: code, part: 'LEAD', light: 'RED' };
    return {
      code,
      name: own[0].department.name,
      lights: counts,
      red: figure(counts.RED, '/task-board', filter),
    };
  });
}

function byIndicator(lights: readonly SeenLight[]): IndicatorLightsView[] {
  const first = ({ line: { task } }: SeenLight): string => task.indicatorPath.split(SEPARATOR)[0] ?? '';
  return [...groupedBy(lights, first)].map(([indicator, own]) => {
    const counts = tally(own);
    return {
      indicator,
      lights: counts,
      red: figure(counts.RED, '/task-board', { indicator, light: 'RED' }),
    };
  });
}
