import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { DomainError } from '../../domain/refusal.js';
import type { EvidenceKind } from '../../domain/evidence/evidence-rules.js';
import { requireContent } from '../../domain/evidence/judge-kind.js';
import { detectContent } from '../../platform/files/content/detect-content.js';
import { FileStore, type StoredFile } from '../../platform/files/file-store.js';
import type { IncomingFile } from '../../platform/http/upload-stream.js';
import { evidenceCutOff, evidenceTooLarge } from './evidence.errors.js';
import { EvidenceSettings } from './evidence-settings.js';
import { isShown } from './preview.js';

/** A file on the disk, and whether a page may show it. */
export type KeptEvidence = StoredFile & { canPreview: number };

/** What a request may weigh beyond the file in it: the lines that wrap it. */
const WRAPPING_BYTES = 64 * 1024;

/** The files of evidence: streamed to the disk, looked at there, and only then stored under their hash. */
@Injectable()
export class EvidenceFiles {
  constructor(
    private readonly store: FileStore,
    private readonly settings: EvidenceSettings,
  ) {}

  /**
   * Takes a file in and gives its hash and size once it is on the disk. Refuses one that is too large, was cut off or
   * altered on the way, or is not what its name says; then nothing of it stays.
   */
  async keep(file: IncomingFile, kind: EvidenceKind): Promise<KeptEvidence> {
    const { maxBytes, maxMegabytes } = this.settings;
    if ((file.requestBytes ?? 0) > maxBytes + WRAPPING_BYTES) throw evidenceTooLarge(maxMegabytes);
    const rules = await this.settings.rules();
    let isPassive = false;
    const inspect = async (path: string, bytes: number): Promise<void> => {
      if (file.isTruncated()) throw evidenceCutOff();
      const found = await detectContent(path);
      requireContent(kind, bytes, found, rules);
      isPassive = found.isPassive;
    };
    const expected = { maxBytes, inspect, ...(file.sha256 === null ? {} : { sha256: file.sha256 }) };
    try {
      const stored = await this.store.put(file.content, expected);
      return { ...stored, canPreview: isPassive && isShown(kind.mediaType) ? 1 : 0 };
    } catch (error) {
      throw refusalOf(error, maxMegabytes);
    }
  }

  /** The content of a stored file. */
  open(sha256: string): Promise<Readable> {
    return this.store.open(sha256);
  }
}

/** A sender who breaks off is told so like one whose file was cut; what the disk says is a fault of ours. */
function refusalOf(error: unknown, megabytes: number): unknown {
  if (error instanceof DomainError) return error.code === 'FILE_TOO_LARGE' ? evidenceTooLarge(megabytes) : error;
  return (error as NodeJS.ErrnoException).syscall === undefined ? evidenceCutOff() : error;
} // prettier-ignore
