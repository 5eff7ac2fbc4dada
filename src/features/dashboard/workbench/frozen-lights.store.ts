import { Injectable } from '@nestjs/common';
import type { Month } from '../../../domain/calendar/month.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { officeScopeOf, within } from '../../../platform/auth/scope.js';
import { Database } from '../../../platform/database/database.js';

/** How many rows of a frozen month stand under a light. */
export interface FrozenLights {
  month: Month;
  light: string;
  n: number;
}

/** Counts the lights of frozen months. */
@Injectable()
export class FrozenLightsStore {
  constructor(private readonly db: Database) {}

  /** By month over all issued ledgers from a month on; of a department's parts, or of the tasks themselves for an empty code. */
  byMonth(departmentCode: string, from: Month): Promise<FrozenLights[]> {
    const { and, values } = within(officeScopeOf(currentActor()), { ledger: 'd.ledger_id' });
    return this.db.read<FrozenLights>(
      `SELECT d.month, s.light, CAST(COUNT(*) AS integer) AS n
         FROM dispatch_round d JOIN task_snapshot s ON s.round_id = d.id
        WHERE d.frozen_at IS NOT NULL AND d.month >= ? AND s.department_code = ?${and}
        GROUP BY d.month, s.light ORDER BY d.month, s.light`,
      [from, departmentCode, ...values],
    );
  }
}
