import { Injectable } from '@nestjs/common';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.js';
import { BreakdownDesk } from '../superior/breakdown-desk.js';
import { HandDown } from './hand-down.js';
import { BreakdownStore, type BreakdownFilter } from '../superior/breakdown.store.js';
import {
  presentBreakdown,
  type BreakdownPageResponse,
  type BreakdownResponse,
  type BreakdownsMadeResponse,
  type ReceiversResponse,
} from './present-breakdown.js';

/** Answers questions about what was handed down, within what the actor may see. */
@Injectable()
export class BreakdownQuery {
  constructor(
    private readonly store: BreakdownStore,
    private readonly desk: BreakdownDesk,
    private readonly handing: HandDown,
  ) {}

  /** One page, latest first. */
  async page(
    wish: BreakdownFilter & { after?: string | undefined; limit: number },
  ): Promise<BreakdownPageResponse> {
    const { after, limit, ...filter } = wish;
    const cursor = after === undefined ? null : decodeCursor(after, 2);
    const rows = await this.store.page(filter, cursor, limit);
    return pageOf(rows, limit, presentBreakdown, ({ handedDownOn, id }) => [handedDownOn, id]);
  }

  /** One of them. */
  async show(id: string): Promise<BreakdownResponse> {
    return presentBreakdown(await this.desk.read(id));
  }

  /** To whom the actor's office may hand down. */
  async receivers(): Promise<ReceiversResponse> {
    return {
      items: (await this.handing.below()).map(({ code, name, shortName }) => ({ code, name, shortName })),
    };
  }

  /** Those just made. */
  async made(ids: readonly string[]): Promise<BreakdownsMadeResponse> {
    const items: BreakdownResponse[] = [];
    for (const id of ids) items.push(await this.show(id));
    return { items };
  }
}
