import { Injectable } from '@nestjs/common';

/** Things that should not happen and do no harm when they do. */
export type Tallied = 'truncatedUploads' | 'fenceRefusals';

/** Counts them from the start of the process. */
@Injectable()
export class Tally {
  private readonly counts: Record<Tallied, number> = { truncatedUploads: 0, fenceRefusals: 0 };

  count(what: Tallied): void {
    this.counts[what] += 1;
  }

  /** The counts so far. */
  read(): Readonly<Record<Tallied, number>> {
    return { ...this.counts };
  }
}
