import { Injectable } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import type { OfficeDocument } from '../../../platform/office/office-document.js';
import { readOfficeFile } from '../../../platform/office/read-office-file.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { ReadLedgerFile, type ReadingOptions } from './read-ledger-file.js';
import type { LedgerReading } from '../sheet/ledger-row.js';

/** Largest file of a ledger; no ledger seen comes near. */
export const MAX_LEDGER_BYTES = 20 * 1024 * 1024;

/** The files of imports: kept as they came, read in a process of their own. */
@Injectable()
export class ImportFiles {
  constructor(
    private readonly store: FileStore,
    private readonly reader: ReadLedgerFile,
  ) {}

  /** Keeps the bytes; gives their hash. */
  async keep(bytes: Buffer): Promise<string> {
    return (await this.store.put(bytes, { maxBytes: MAX_LEDGER_BYTES })).sha256;
  }

  async read(bytes: Buffer, name: string, options: ReadingOptions): Promise<LedgerReading> {
    return this.reader.read(bytes, name, options);
  }

  /** A kept file as a grid or text, read in a process of its own; nothing of the file itself comes through. */
  async open(sha256: string, name: string): Promise<OfficeDocument> {
    return readOfficeFile(await buffer(await this.store.open(sha256)), name);
  }

  /** Reads a kept file again. */
  async readKept(sha256: string, name: string, options: ReadingOptions): Promise<LedgerReading> {
    return this.reader.read(await buffer(await this.store.open(sha256)), name, options);
  }
}
