import { Injectable } from '@nestjs/common';
import { CitedEvidence } from './cited-evidence.js';
import { CloseOutDesk } from './close-out-desk.js';
import { CloseOutStore } from './close-out.store.js';
import { presentCloseOut, type CloseOutPageResponse, type CloseOutResponse } from './present-close-out.js';

/** What the screens show of close-out requests, through a task the actor may see. */
@Injectable()
export class CloseOutQuery {
  constructor(
    private readonly desk: CloseOutDesk,
    private readonly requests: CloseOutStore,
    private readonly cited: CitedEvidence,
  ) {}

  /** All requests of a task, oldest first; a task has few. */
  async all(taskId: string): Promise<CloseOutPageResponse> {
    await this.desk.task(taskId);
    const requests = await this.requests.allOf(taskId);
    const evidenceOf = await this.cited.names(requests);
    return { items: requests.map((each) => presentCloseOut(each, evidenceOf(each))), next: null };
  }

  async one(taskId: string, id: string): Promise<CloseOutResponse> {
    const { request } = await this.desk.open(taskId, id);
    return presentCloseOut(request, (await this.cited.names([request]))(request));
  }
}
