import type { Logger } from '../log/logger.js';
import type { AnchorPlace, AnchorSent } from './anchor-place.js';

/** The program's log, which the machine's own service keeps for months and may hand on to a log server. */
export class LogPlace implements AnchorPlace {
  readonly name = 'log';

  constructor(
    private readonly log: Logger,
    readonly every: 'hour' | 'day',
  ) {}

  put({ slot, seq, count, hash, contents, at }: AnchorSent): Promise<void> {
    this.log.log('审计锚点', { anchor: { format: 1, seq, count, hash, contents, at, slot } });
    return Promise.resolve();
  }
}
