import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { actAs } from '../auth/actor-context.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../clock/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Sweep } from '../jobs/job.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { AuditTrail } from './audit-trail.js';
import { DenialCounter } from './denial-counter.js';

/** A write that somebody had no right to. */
export interface Denied {
  actor: Actor;
  /** Method and route, e.g. `POST /api/v1/ledgers/:id/issue`. */
  operation: string;
  /** Address asked for, without what was searched or sent. */
  path: string;
  code: string;
}

/** Puts refused writes on record: who, what and why; equal ones of a minute once, with their number afterwards. */
@Injectable()
export class DenialLog implements Sweep, BeforeApplicationShutdown {
  readonly name = 'audit.denials';
  private readonly counter = new DenialCounter();
  /** The last refusal of each person, for the name and address of the row that tells the number. */
  private readonly actors = new Map<string, { actor: Actor; minute: number }>();

  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    registry: JobRegistry,
  ) {
    registry.addSweep(this);
  }

  /** Records a refusal. What is refused has left no trace of its own, so this is a unit of its own. */
  async note({ actor, operation, path, code }: Denied): Promise<void> {
    const who = `${actor.post} ${actor.holder}`;
    const minute = this.minute();
    const name = this.counter.note(who, operation, minute);
    this.actors.set(who, { actor, minute });
    if (name !== null) await this.write(actor, name, { code, path });
  }

  /** Writes the numbers of the minutes that are over. */
  sweep(): Promise<void> {
    return this.writeBefore(this.minute());
  }

  /** Before the database closes, which a later hook does. */
  beforeApplicationShutdown(): Promise<void> {
    return this.writeBefore(Infinity);
  }

  private async writeBefore(minute: number): Promise<void> {
    for (const { actor, operation, count } of this.counter.takeBefore(minute)) {
      const known = this.actors.get(actor);
      if (known) await this.write(known.actor, operation, { times: count });
    }
    for (const [who, known] of this.actors) if (known.minute < minute) this.actors.delete(who);
  }

  private write(actor: Actor, objectId: string, after: object): Promise<void> {
    return actAs(actor, () =>
      this.unitOfWork.run(async () =>
        this.audit.record({ operation: 'access.denied', objectKind: 'request', objectId, after }),
      ),
    );
  }

  private minute(): number {
    return Math.floor(this.clock.now() / 60_000);
  }
}
