import { Injectable } from '@nestjs/common';
import { CloseOutDesk } from './close-out-desk.js';
import { CloseOutStore } from './close-out.store.js';
import { presentCloseOut, type CloseOutPageResponse, type CloseOutResponse } from './present-close-out.js';

/** What the screens show of close-out requests, through a task the actor may see. */
@Injectable()
export class CloseOutQuery {
  constructor(
    private readonly desk: CloseOutDesk,
    private readonly requests: CloseOutStore,
  ) {}

  /** All requests of a task, oldest first; a task has few. */
  async all(taskId: string): Promise<CloseOutPageResponse> {
    await this.desk.task(taskId);
    return { items: (await this.requests.allOf(taskId)).map(presentCloseOut), next: null };
  }

  async one(taskId: string, id: string): Promise<CloseOutResponse> {
    return presentCloseOut((await this.desk.open(taskId, id)).request);
  }
}
