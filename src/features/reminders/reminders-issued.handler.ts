import { Injectable } from '@nestjs/common';
import type { OutboxHandler } from '../../platform/jobs/job.js';
import { REMINDERS_ISSUED } from '../dispatch/reminders-issued.topic.js';
import type { DigestKey } from './digest.store.js';
import { MakeDigest } from './make-digest.service.js';

/** Makes the digest a slot asked for, in the unit that marks the event done. */
@Injectable()
export class RemindersIssuedHandler implements OutboxHandler {
  readonly topic = REMINDERS_ISSUED;

  constructor(private readonly digests: MakeDigest) {}

  handle(payload: unknown): Promise<void> {
    const { day, departmentId, recipient } = payload as DigestKey;
    return this.digests.make({ day, departmentId, recipient });
  }
}
