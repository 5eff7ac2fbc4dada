import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { updateVersioned } from '../../platform/database/version.js';
import { DeadlineChange } from './deadline-change.entity.js';
import { ExtensionRequest } from './extension-request.entity.js';

/** A request as it is kept. */
export type ExtensionRecord = { [Key in keyof ExtensionRequest]: ExtensionRequest[Key] };

/** A change of a deadline as it is kept. */
export type DeadlineChangeRecord = { [Key in keyof DeadlineChange]: DeadlineChange[Key] };

/** Keeps requests for a later deadline and the changes that came of them. */
@Injectable()
export class ExtensionStore {
  constructor(private readonly db: Database) {}

  /** A request of this task, or null; one of another task is as good as none. */
  async ofTask(taskId: string, id: string): Promise<ExtensionRecord | null> {
    return this.db.reader.findOneBy(ExtensionRequest, { id, taskId });
  }

  /** All requests of a task, oldest first. */
  async allOf(taskId: string): Promise<ExtensionRecord[]> {
    return this.db.reader.find(ExtensionRequest, { where: { taskId }, order: { ordinal: 'ASC' } });
  }

  /** All changes of a task's deadline, oldest first. */
  async changesOf(taskId: string): Promise<DeadlineChangeRecord[]> {
    return this.db.reader.find(DeadlineChange, { where: { taskId }, order: { deadlineVersion: 'ASC' } });
  }

  async insert(request: ExtensionRecord): Promise<void> {
    await this.db.writer.insert(ExtensionRequest, request);
  }

  async insertChange(change: DeadlineChangeRecord): Promise<void> {
    await this.db.writer.insert(DeadlineChange, change);
  }

  /** Changes a request if it still has the version given. */
  async update(request: { id: string; version: number }, changes: Partial<ExtensionRecord>): Promise<void> {
    await updateVersioned(this.db, ExtensionRequest, request, changes);
  }
}
