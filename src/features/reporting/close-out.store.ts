import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { updateVersioned } from '../../platform/database/version.js';
import { CloseOutRequest } from './close-out-request.entity.js';

/** A request as it is kept. */
export type CloseOutRecord = { [Key in keyof CloseOutRequest]: CloseOutRequest[Key] };

/** Keeps the requests to close tasks. */
@Injectable()
export class CloseOutStore {
  constructor(private readonly db: Database) {}

  /** A request of this task, or null; one of another task is as good as none. */
  async ofTask(taskId: string, id: string): Promise<CloseOutRecord | null> {
    return this.db.reader.findOneBy(CloseOutRequest, { id, taskId });
  }

  /** All requests of a task, oldest first. */
  async allOf(taskId: string): Promise<CloseOutRecord[]> {
    return this.db.reader.find(CloseOutRequest, { where: { taskId }, order: { ordinal: 'ASC' } });
  }

  async insert(request: CloseOutRecord): Promise<void> {
    await this.db.writer.insert(CloseOutRequest, request);
  }

  /** Changes a request if it still has the version given. */
  async update(request: { id: string; version: number }, changes: Partial<CloseOutRecord>): Promise<void> {
    await updateVersioned(this.db, CloseOutRequest, request, changes);
  }
}
