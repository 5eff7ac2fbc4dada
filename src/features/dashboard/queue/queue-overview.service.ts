import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { ClockGuard } from '../../../platform/jobs/clock-guard.js';
import type { ProcessSeen } from '../../../platform/jobs/process-seen.entity.js';
import { QueueStore } from '../../../platform/jobs/queue.store.js';
import { TransportState } from '../../../platform/jobs/transport-state.js';
import { StandingReader, type Standing } from '../../../platform/self-check/standing.js';
import { DeliveryQueueReader } from '../../reminders/delivery-queue.reader.js';
import { processStanding, type ProcessStanding } from './process-standing.js';
import { redisReason } from './redis-reason.js';
import { transportWord, type TransportKind, type TransportWord } from './transport-sentence.js';

/** A process and how it stands. */
export type ProcessFacts = ProcessSeen & { standing: ProcessStanding };

/** What stands at the top of the page. */
export interface QueueOverview {
  at: number;
  standing: Standing;
  givenUp: number;
  runsUnderWay: number;
  eventsWaiting: number;
  deliveriesWaiting: number;
  processes: ProcessFacts[];
  transport: TransportWord & { reason: string };
  /** Why the schedule stands still, or null. */
  clockFault: string | null;
}

/** Puts the top of the page together; every process gives the same answer, since all of it stands in tables. */
@Injectable()
export class QueueOverviewService {
  constructor(
    private readonly store: QueueStore,
    private readonly standing: StandingReader,
    private readonly deliveries: DeliveryQueueReader,
    private readonly transport: TransportState,
    private readonly guard: ClockGuard,
    private readonly clock: Clock,
  ) {}

  async overview(): Promise<QueueOverview> {
    const now = this.clock.now();
    const seen = await this.store.processes();
    const processes = seen.map((process) => ({ ...process, standing: processStanding(process, seen, now) }));
    const { waiting, givenUp } = await this.deliveries.figures();
    const verdict = this.guard.last;
    return {
      at: now,
      standing: await this.standing.read(),
      givenUp,
      runsUnderWay: await this.store.runsUnderWay(),
      eventsWaiting: await this.store.eventsWaiting(),
      deliveriesWaiting: waiting,
      processes,
      transport: this.transportOf(processes.filter(({ standing }) => standing === 'ALIVE')),
      clockFault: verdict.ok ? null : verdict.message,
    };
  }

  /** When what was asked for will be done, in a sentence. */
  async soon(): Promise<string> {
    const { processes, transport } = await this.overview();
    const alive = processes.filter(({ standing }) => standing === 'ALIVE');
    const working = alive.filter(({ works }) => works === 1);
    if (processes.length > 0 && working.length === 0) return '已登记重试；目前没有进程办理任务，启动后即办。';
    // Without Redis a bell is heard in the process that rings it, which is any of the living.
    const isHeard =
      transport.kind === 'REDIS' || (transport.kind === 'IN_PROCESS' && working.length === alive.length);
    return isHeard ? '已登记重试，即将办理。' : '已登记重试，半分钟内由数据库轮询办理。';
  }

  /** What the living say; where none does, what this process knows itself. */
  private transportOf(alive: readonly ProcessFacts[]): TransportWord & { reason: string } {
    const { driver, connected, reason } = this.transport;
    const own: TransportKind = driver === 'in-process' ? 'IN_PROCESS' : connected ? 'REDIS' : 'REDIS_LOST';
    const kinds = alive.map(({ transport }) => transport as TransportKind);
    const word = transportWord(kinds.length > 0 ? kinds : [own]);
    const told = alive.find(({ transport }) => transport === 'REDIS_LOST')?.transportReason ?? '';
    return { ...word, reason: word.kind === 'REDIS_LOST' ? redisReason(told || reason) : '' };
  }
}
