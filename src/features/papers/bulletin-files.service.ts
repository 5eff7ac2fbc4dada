import { Injectable } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Progress } from '../../platform/http/progress/progress.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { BulletinContent } from './bulletin-content.js';
import { BULLETIN_WRITERS, type BulletinFormat } from './bulletin-format.js';
import type { BulletinFile } from './bulletin-file.entity.js';
import type { Bulletin } from './bulletin.entity.js';
import { BulletinStore } from './bulletin.store.js';
import { bulletinNotFound } from './papers.errors.js';

/** A file of a bulletin as first made. */
export interface IssuedFile {
  sha256: string;
  bytes: Buffer;
}

/** The files of issued bulletins: each format is made once and kept; later calls give the kept bytes. */
@Injectable()
export class BulletinFiles {
  constructor(
    private readonly store: BulletinStore,
    private readonly files: FileStore,
    private readonly audit: AuditTrail,
    private readonly unitOfWork: UnitOfWork,
    private readonly progress: Progress,
  ) {}

  /** One bulletin; refuses an unknown id. */
  async bulletin(id: string): Promise<Bulletin> {
    const bulletin = await this.store.one(id);
    if (!bulletin) throw bulletinNotFound();
    return bulletin;
  }

  /** The file of a format, whatever has happened to the records since. */
  async file(bulletin: Bulletin, format: BulletinFormat): Promise<IssuedFile> {
    const kept = (await this.store.file(bulletin.id, format)) ?? (await this.make(bulletin, format));
    return { sha256: kept.sha256, bytes: await buffer(await this.files.open(kept.sha256)) };
  }

  /** Writing takes long and is done outside any unit; of two who write at once the first row counts for both. */
  private async make(bulletin: Bulletin, format: BulletinFormat): Promise<BulletinFile> {
    this.progress.say(0, 2, `正在生成 ${format} 文件…`);
    const bytes = await BULLETIN_WRITERS[format](JSON.parse(bulletin.content) as BulletinContent);
    this.progress.say(1, 2, '正在存档…');
    const stored = await this.files.put(bytes);
    await this.unitOfWork.run(async () => {
      if (!(await this.store.addFile(bulletin.id, format, stored))) return;
      const after = { number: bulletin.number, format, ...stored };
      this.audit.record({ operation: 'papers.file', objectKind: 'bulletin', objectId: bulletin.id, after });
    });
    const kept = await this.store.file(bulletin.id, format);
    if (!kept) throw new Error(`file ${format} of bulletin ${bulletin.id} vanished`);
    return kept;
  }
}
