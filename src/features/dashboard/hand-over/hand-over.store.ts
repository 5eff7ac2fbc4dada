import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import { Database } from '../../../platform/database/database.js';
import { HandOver } from './hand-over.entity.js';

/** A hand-over as it is kept. */
export type HandOverRecord = { [Key in keyof HandOver]: HandOver[Key] };

/** Keeps hand-overs. A sheet is frozen: nothing changes it afterwards. */
@Injectable()
export class HandOverStore {
  constructor(private readonly db: Database) {}

  /** Hand-overs of a post, latest first. */
  ofPost(postCode: string): Promise<HandOverRecord[]> {
    return this.db.reader.find(HandOver, { where: { postCode }, order: { id: 'DESC' } });
  }

  /** One hand-over of this post, or null; one of another post is as good as none. */
  one(postCode: string, id: string): Promise<HandOverRecord | null> {
    return this.db.reader.findOneBy(HandOver, { postCode, id });
  }

  async insert(record: HandOverRecord): Promise<void> {
    await this.db.writer.insert(HandOver, record);
  }

  /** Notes that the successor has confirmed; false when he had already. */
  async confirm(id: string, on: Day, at: number): Promise<boolean> {
    const { affected } = await this.db.write(
      'UPDATE hand_over SET confirmed_on = ?, confirmed_at = ? WHERE id = ? AND confirmed_on IS NULL',
      [on, at, id],
    );
    return affected === 1;
  }
}
