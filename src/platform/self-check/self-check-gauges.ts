import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { GaugeSource } from '../metrics/meters.js';
import { Tally } from '../tally/tally.js';
import { CHECKED, COUNTER_WORDS, STANDING, TALLIED } from './counters.js';
import { SelfCheckStore } from './self-check.store.js';
import { StandingReader } from './standing.js';

const QUEUE = 'diaodu_writer_queue';
const AGE = 'diaodu_self_check_age_seconds';

/** The counters that must be 0 for whoever reads the metrics; those of the self-check as of its last look. */
@Injectable()
export class SelfCheckGauges implements GaugeSource {
  readonly help = {
    ...Object.fromEntries(Object.values(COUNTER_WORDS).map(({ metric, title }) => [metric, `${title}，应为 0`])),
    [QUEUE]: '正在办理和排队等候的写操作数',
    [AGE]: '距上次自检的秒数，正常不超过 7200',
  }; // prettier-ignore

  constructor(
    private readonly store: SelfCheckStore,
    private readonly standing: StandingReader,
    private readonly tally: Tally,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<Record<string, number>> {
    const last = await this.store.last();
    const standing = await this.standing.read();
    const tallied = this.tally.read();
    const values: [string, number | null | undefined][] = [
      ...CHECKED.map((key) => valueOf(key, last?.counters[key])),
      ...STANDING.map((key) => valueOf(key, standing[key])),
      ...TALLIED.map((key) => valueOf(key, tallied[key])),
      [QUEUE, this.unitOfWork.pending],
      [AGE, last && Math.round((this.clock.now() - last.at) / 1000)],
    ];
    return Object.fromEntries(values.filter((pair): pair is [string, number] => typeof pair[1] === 'number'));
  }
}

function valueOf(
  key: keyof typeof COUNTER_WORDS,
  value: number | null | undefined,
): [string, number | null | undefined] {
  return [COUNTER_WORDS[key].metric, value];
}
