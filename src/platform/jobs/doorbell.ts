import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Unit } from '../database/unit-of-work.js';
import { bellName, type Bell } from './bell.js';
import { Transport } from './transport.js';

/** What is rung when slots are to be looked at now. */
export const LOOK_BELL: Bell = { kind: 'schedule', id: 'look' };

/** Rings for what a unit of work leaves behind; lost bells are made good by the next tick. */
@Injectable()
export class Doorbell {
  private readonly rung = new WeakMap<Unit, Set<string>>();

  constructor(
    private readonly db: Database,
    private readonly transport: Transport,
  ) {}

  /** Rings once the open unit is on disk, each bell once however often the unit asks. */
  ring(bell: Bell): void {
    const unit = this.db.unitOfWork.required();
    const names = this.rung.get(unit) ?? new Set<string>();
    this.rung.set(unit, names);
    if (names.has(bellName(bell))) return;
    names.add(bellName(bell));
    unit.afterCommit.push(() => this.transport.ring([bell]));
  }
}
