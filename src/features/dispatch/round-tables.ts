import { Injectable } from '@nestjs/common';
import { CorrectionStore } from './snapshot/correction.store.js';
import { RegisterStore } from './snapshot/register.store.js';
import { RoundStore } from './round.store.js';
import { SnapshotStore } from './snapshot/snapshot.store.js';

/** The tables the questions read. */
@Injectable()
export class RoundTables {
  constructor(
    readonly rounds: RoundStore,
    readonly snapshots: SnapshotStore,
    readonly registers: RegisterStore,
    readonly corrections: CorrectionStore,
  ) {}
}
