import { Injectable } from '@nestjs/common';
import { AnchorStanding } from '../anchors/anchor-standing.js';
import { Clock } from '../clock/clock.js';
import { Tally } from '../tally/tally.js';
import { StandingReader } from './standing.js';

/** What is asked at the moment of the question. */
@Injectable()
export class SelfCheckAsked {
  constructor(
    readonly clock: Clock,
    readonly standing: StandingReader,
    readonly tally: Tally,
    readonly anchors: AnchorStanding,
  ) {}
}
