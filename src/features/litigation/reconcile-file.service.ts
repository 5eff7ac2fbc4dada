import { Injectable } from '@nestjs/common';
import type { UploadedFile } from '../../platform/http/upload.js';
import { ImportCasesService } from './import/import-cases.service.js';
import { presentProblem } from './import/present-case-import.js';
import type { CourtFileResponse } from './import/present-court-file.js';
import { ReconcileService } from './reconcile.service.js';

/** The court's list of a quarter as a file. */
@Injectable()
export class ReconcileFileService {
  constructor(
    private readonly reading: ImportCasesService,
    private readonly reconciling: ReconcileService,
  ) {}

  /** Keeps the list of a file that was understood whole and compares; else tells what is wrong and keeps nothing. */
  async enter(year: number, quarter: number, { bytes, name }: UploadedFile): Promise<CourtFileResponse> {
    const { lines, problems } = await this.reading.readLines(bytes, name);
    if (problems.length > 0) return { problems: problems.map(presentProblem), reconciliation: null };
    await this.reconciling.enter(year, quarter, lines);
    return { problems: [], reconciliation: await this.reconciling.compare(year, quarter) };
  }
}
