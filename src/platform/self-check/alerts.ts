import { Injectable } from '@nestjs/common';
import { listOf } from '../anchors/anchor-places.js';
import { wallIn } from '../clock/zone-days.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Sweep } from '../jobs/job.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { Mailer } from '../notify/mailer.js';
import { AlertParts } from './alert-parts.js';
import { SelfCheckStore, type AlertDue, type SelfCheckFound } from './self-check.store.js';

/** What is known already is told again after a day. */
const TOLD_AGAIN_MS = 24 * 3_600_000;
const TAKEN_MS = 15 * 60_000;
const PAUSE_MS = 10 * 60_000;
const MAX_TRIES = 30;

/** Tells the addresses of DIAODU_ALERT_MAIL what a self-check found: what is new at once, what goes on once a day. */
@Injectable()
export class Alerts implements Sweep {
  readonly name = 'self-check.alerts';
  private readonly addresses: readonly string[];

  constructor(
    private readonly store: SelfCheckStore,
    private readonly mailer: Mailer,
    private readonly unitOfWork: UnitOfWork,
    private readonly parts: AlertParts,
    registry: JobRegistry,
  ) {
    this.addresses = listOf(parts.settings.DIAODU_ALERT_MAIL);
    registry.addSweep(this);
  }

  /** Whether anybody is to be told. */
  get isSet(): boolean {
    return this.addresses.length > 0;
  }

  /** Whether these problems are to be told by mail. */
  async areNews({ at, problems }: SelfCheckFound): Promise<boolean> {
    if (!this.isSet || problems.length === 0) return false;
    const told = await this.store.lastTold();
    return told === null || at - told.at >= TOLD_AGAIN_MS || kindsOf(told.problems) !== kindsOf(problems);
  }

  async sweep(): Promise<void> {
    const now = this.parts.clock.now();
    for (const due of await this.store.due(now)) {
      if (await this.unitOfWork.run(() => this.store.take(due, now + TAKEN_MS))) await this.send(due);
    }
  }

  private async send(due: AlertDue): Promise<void> {
    try {
      for (const [place, address] of this.addresses.entries()) await this.sendTo(address, place, due);
    } catch (error) {
      return this.putOff(due, error);
    }
    await this.unitOfWork.run(() => this.store.mark(due.id, 'SENT', 0));
  }

  private async sendTo(address: string, place: number, { id, at, problems }: AlertDue): Promise<void> {
    const when = wallIn(this.parts.settings.DIAODU_ZONE, at);
    await this.mailer.send({
      messageId: `self-check.${id}.${place}@diaodu`,
      to: { name: '系统管理员', address },
      subject: `法治调度运行自检发现 ${problems.length} 项问题`,
      text: [`${when} 自检发现：`, ...problems.map((problem) => `· ${problem}`), '处理办法见网页“系统—运行自检”。'].join('\n'),
    }); // prettier-ignore
  }

  private async putOff(due: AlertDue, error: unknown): Promise<void> {
    const isLast = due.tries + 1 >= MAX_TRIES;
    this.parts.log.error(isLast ? '自检通知多次未能发出，已放弃' : '自检通知未能发出，稍后重试', error);
    const next = this.parts.clock.now() + PAUSE_MS;
    await this.unitOfWork.run(() => this.store.mark(due.id, isLast ? 'GIVEN_UP' : 'WAITING', next));
  }
}

/** A number that grows is no news. */
function kindsOf(problems: readonly string[]): string {
  return problems.map((problem) => problem.replaceAll(/\d+/g, '#')).join('\n');
}
