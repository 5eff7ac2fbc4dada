import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AccessKey } from './access-key.js';
import { dispositionOf } from '../../platform/http/content-disposition.js';
import { EvidenceDesk } from './evidence-desk.js';
import { EvidenceFiles } from './evidence-files.js';
import { accessExpired, previewUnsupported } from './evidence.errors.js';

/** How long a link is good for; long enough to be followed, too short to be passed on. */
const LINK_MS = 60_000;

/** A link as it goes out. */
export interface DownloadLink {
  path: string;
  expiresAt: number;
}

/** A file as it goes out. */
export interface ServedFile {
  content: Readable;
  bytes: number;
  mediaType: string;
  disposition: string;
}

/** 下载、预览: by a link that is good for one minute, for who asked for it; rights are asked again when it is used. */
@Injectable()
export class AccessEvidenceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: EvidenceDesk,
    private readonly files: EvidenceFiles,
    private readonly key: AccessKey,
    private readonly clock: Clock,
  ) {}

  /** Makes a link to a piece the actor may read. */
  async link(id: string, sessionId: string): Promise<DownloadLink> {
    await this.desk.open(id);
    const expiresAt = this.clock.now() + LINK_MS;
    const token = this.key.sign({ evidenceId: id, holder: holderOf(sessionId), expiresAt });
    return { path: `/api/v1/evidence/files/${token}`, expiresAt };
  }

  /**
   * The file of a link. Refuses a link of somebody else, an old one, and a preview of what is no picture and no PDF. Who
   * fetched what for which purpose is on record before the first byte leaves.
   */
  async fetch(token: string, sessionId: string, isPreview: boolean): Promise<ServedFile> {
    const access = this.key.read(token, holderOf(sessionId), this.clock.now());
    if (!access) throw accessExpired();
    const { evidence } = await this.desk.open(access.evidenceId);
    const { id, name, sha256, bytes, mediaType, canPreview } = evidence;
    if (isPreview && canPreview !== 1) throw previewUnsupported();
    const content = await this.files.open(sha256);
    const purpose = isPreview ? 'PREVIEW' : 'DOWNLOAD';
    await this.unitOfWork.run(async () => this.desk.record('evidence.access', id, { name, sha256, purpose }));
    return { content, bytes, mediaType, disposition: dispositionOf(name, isPreview) };
  }
}

/** The session and the post chosen in it: a link dies with either. */
function holderOf(sessionId: string): string {
  return `${sessionId}\n${currentActor().post}`;
}
