import { Injectable } from '@nestjs/common';
import type { BulletinFile } from './bulletin-file.entity.js';
import { BulletinStore, type BulletinRow } from './bulletin.store.js';

/** Questions about issued bulletins; they go to every department, so everybody may ask. */
@Injectable()
export class BulletinQueries {
  constructor(private readonly store: BulletinStore) {}

  /** Bulletins, latest month first. */
  page(
    ledgerId: string | null,
    after: readonly [string, string] | null,
    limit: number,
  ): Promise<BulletinRow[]> {
    return this.store.page(ledgerId, after, limit);
  }

  /** Files already made of these bulletins. */
  files(bulletins: readonly Pick<BulletinRow, 'id'>[]): Promise<BulletinFile[]> {
    return this.store.filesOf(bulletins.map(({ id }) => id));
  }
}
