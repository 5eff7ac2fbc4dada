import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { cleanEvidenceName } from '../../domain/evidence/evidence-name.js';
import { kindOfName } from '../../domain/evidence/judge-kind.js';
import { requireNoStateSecret } from '../../domain/evidence/secrecy.js';
import type { IncomingFile } from '../../platform/http/upload-stream.js';
import { EvidenceFiles } from './evidence-files.js';
import { EvidenceSettings } from './evidence-settings.js';

/** A file that is on the disk; the row that names it is the caller's. */
export interface KeptFile {
  name: string;
  mediaType: string;
  sha256: string;
  bytes: number;
}

/** What later features may do with files of their own: the rules of names, kinds, secrets and content are the same. */
@Injectable()
export class KeepFileDeeds {
  constructor(
    private readonly files: EvidenceFiles,
    private readonly settings: EvidenceSettings,
  ) {}

  /** Takes a file onto the disk, outside any unit of work. Refuses what evidence refuses of names, kinds and content. */
  async keep(file: IncomingFile): Promise<KeptFile> {
    const rules = await this.settings.rules();
    const name = cleanEvidenceName(file.name);
    requireNoStateSecret([name], rules.innocent);
    const kind = kindOfName(name, rules);
    const { sha256, bytes } = await this.files.keep(file, kind);
    return { name, mediaType: kind.mediaType, sha256, bytes };
  }

  /** The content of a kept file. */
  open(sha256: string): Promise<Readable> {
    return this.files.open(sha256);
  }
}
