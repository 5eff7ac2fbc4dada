import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { Clock } from '../../../platform/clock/clock.js';
import { newId } from '../../../platform/database/id.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { cleanText } from '../../../platform/office/clean-text.js';
import { AppointmentDeeds } from '../../organization/appointment.deeds.js';
import { handOverConfirmed, notTheSuccessor } from './hand-over.errors.js';
import { mayConfirm } from './hand-over.policy.js';
import { HandOverQueries } from './hand-over-queries.js';
import type { HandOverRecord } from './hand-over.store.js';

/** Who takes a post over, from which day, and what is to be said about it. */
export interface Succession {
  holder: string;
  email: string;
  from: string;
  note: string;
}

/** 交接: the next holder is appointed, and what is open is written down with it, in one deed. */
@Injectable()
export class HandOverService {
  constructor(
    private readonly queries: HandOverQueries,
    private readonly appointments: AppointmentDeeds,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Appoints the successor and keeps the sheet of the day; the former holder's term, and with it his access, ends the day
   * before. Refuses what an appointment refuses, and posts that are not a department's liaison's or head's.
   */
  async handOver(postCode: string, { note, ...successor }: Succession): Promise<string> {
    const { post, department } = await this.queries.post(postCode);
    const sheet = await this.queries.sheet(department, postCode);
    const id = newId();
    await this.unitOfWork.run(async () => {
      const termId = await this.appointments.appoint({
        ...successor,
        code: postCode,
        department: department.code,
        kind: post.kind,
      });
      const record: HandOverRecord = {
        id,
        postCode,
        departmentId: department.id,
        former: post.holder,
        termId,
        successor: successor.holder,
        fromDay: successor.from,
        note: cleanText(note).trim(),
        sheet: JSON.stringify(sheet),
        handedOn: this.clock.today(),
        handedBy: currentActor().post,
        confirmedOn: null,
        confirmedAt: null,
      };
      await this.queries.handOvers.insert(record);
      const { sheet: _sheet, ...after } = record;
      this.record('handOver', id, { ...after, openItems: sheet.items.length });
    });
    return id;
  }

  /** 确认: the successor has gone through the sheet and taken over. Refuses everybody else, and a second time. */
  async confirm(postCode: string, id: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      const record = await this.queries.one(postCode, id);
      const today = this.clock.today();
      if (!mayConfirm(currentActor(), record, today)) throw notTheSuccessor(record.successor);
      if (!(await this.queries.handOvers.confirm(id, today, this.clock.now())))
        throw handOverConfirmed(record.confirmedOn ?? today);
      this.record('confirm', id, { confirmedOn: today });
    });
  }

  private record(deed: string, objectId: string, after: object): void {
    this.audit.record({ operation: `dashboard.${deed}`, objectKind: 'hand_over', objectId, after });
  }
}
