import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { Clock } from '../../../platform/clock/clock.js';
import { newId } from '../../../platform/database/id.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { UploadedFile } from '../../../platform/http/upload.js';
import { readOfficeFile } from '../../../platform/office/read-office-file.js';
import { mergeOpinions, type Merge } from './merge-opinions.js';
import { OpinionDesk } from './opinion-desk.js';
import { OpinionStore, type OpinionRecord } from './opinion.store.js';
import { readOpinions, type OpinionReading } from './read-opinions.js';

/** What an import comes to. */
export interface OpinionImport extends OpinionReading {
  /** False where something was wrong, where nothing changes, or where it was only asked what would come of it. */
  saved: boolean;
  added: number;
  changed: number;
  removed: number;
}

/** Takes the adoption table in as a whole: the list stands in the place of the table, or nothing is done. */
@Injectable()
export class ImportOpinionsService {
  constructor(
    private readonly desk: OpinionDesk,
    private readonly store: OpinionStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Takes a file; gives what it comes to. With a single problem nothing is kept; the same list again changes nothing. */
  async import(id: string, file: UploadedFile, version: number, dryRun: boolean): Promise<OpinionImport> {
    const { opinions } = await this.desk.openToWrite(id, version);
    const reading = readOpinions(await readOfficeFile(file.bytes, file.name));
    const foreseen = mergeOpinions(opinions, reading.opinions);
    const isSaved = !dryRun && reading.problems.length === 0 && !foreseen.isSame;
    if (isSaved) await this.keep(id, version, reading);
    return { ...reading, ...countsOf(foreseen), saved: isSaved };
  }

  private async keep(id: string, version: number, reading: OpinionReading): Promise<void> {
    const hand = { recordedOn: this.clock.today(), recordedBy: currentActor().post };
    await this.unitOfWork.run(async () => {
      const { decision, opinions } = await this.desk.openToWrite(id, version);
      const merge = mergeOpinions(opinions, reading.opinions);
      const table = merge.rows.map(({ words, kept, isChanged }, at) => ({
        ...(kept && !isChanged ? kept : { id: kept?.id ?? newId(), decisionId: id, ...words, ...hand }),
        ordinal: at + 1,
      }));
      await this.store.replace(id, table);
      await this.desk.written('decisions.import-opinions', decision, {
        opinions: table.length,
        ...countsOf(merge),
      });
    });
  }
}

function countsOf({ rows, removed }: Merge<OpinionRecord>): Record<'added' | 'changed' | 'removed', number> {
  return {
    added: rows.filter(({ kept }) => kept === null).length,
    changed: rows.filter(({ isChanged }) => isChanged).length,
    removed: removed.length,
  };
}
