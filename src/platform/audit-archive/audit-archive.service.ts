import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { AnchorStore } from '../anchors/anchor.store.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { settleFile, syncFolder } from '../files/durable-files.js';
import { AUDITED_THINGS, type AuditedThing } from './audited-things.js';
import { archiveLines } from './write-archive.js';

/** Gives the whole audit trail away, for a program that checks it elsewhere. That it was given away is an event itself. */
@Injectable()
export class AuditArchiveService {
  constructor(
    private readonly db: Database,
    private readonly anchors: AnchorStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    @Inject(AUDITED_THINGS) private readonly things: readonly AuditedThing[],
  ) {}

  /** The lines as a stream, read from the tables as fast as they are taken. */
  async stream(): Promise<Readable> {
    await this.db.unitOfWork.run(async () =>
      this.audit.record({ operation: 'audit.archive', objectKind: 'audit', objectId: 'chain' }),
    );
    const { db, anchors, things } = this;
    return Readable.from(archiveLines({ db, anchors, things, at: this.clock.now() }), { objectMode: false });
  }

  /** Writes the lines to a file, whole or not at all. */
  async writeTo(path: string): Promise<void> {
    const temporary = `${path}.tmp`;
    try {
      await pipeline(await this.stream(), createWriteStream(temporary, { mode: 0o600 }));
      await settleFile(temporary);
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await syncFolder(dirname(path));
  }
}
