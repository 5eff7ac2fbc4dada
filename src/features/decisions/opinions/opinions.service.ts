import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { Clock } from '../../../platform/clock/clock.js';
import { newId } from '../../../platform/database/id.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { cleanText } from '../../../platform/office/clean-text.js';
import {
  lacksReason,
  opinionBlank,
  opinionNotFound,
  opinionReasonMissing,
  opinionTaken,
  type OpinionWords,
} from './adoption.js';
import { OpinionDesk, type OpinionTable } from './opinion-desk.js';
import { OpinionStore, type OpinionRecord } from './opinion.store.js';
import { writeOpinions } from './opinions-workbook.js';
import { keyOf } from './read-opinions.js';

/** 公众意见采纳情况表: kept line by line by the department that undertakes the decision, read by all who read it. */
@Injectable()
export class OpinionsService {
  constructor(
    private readonly desk: OpinionDesk,
    private readonly store: OpinionStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The table as it stands. */
  async table(id: string): Promise<OpinionTable> {
    return this.desk.open(id);
  }

  /** Adds a line. Refuses (第十八条) what is not adopted without a reason, and what stands there already. */
  async add(id: string, wish: OpinionWords, version: number): Promise<void> {
    const words = requireWhole(wish);
    await this.unitOfWork.run(async () => {
      const { decision, opinions } = await this.desk.openToWrite(id, version);
      requireNew(opinions, words);
      const ordinal = (opinions.at(-1)?.ordinal ?? 0) + 1;
      await this.store.insert({ id: newId(), decisionId: id, ordinal, ...words, ...this.hand() });
      await this.desk.written('decisions.add-opinion', decision, { ordinal, ...words });
    });
  }

  /** Changes a line. Refuses what `add` refuses, and a line of another decision like one that is not there. */
  async change(id: string, opinionId: string, wish: OpinionWords, version: number): Promise<void> {
    const words = requireWhole(wish);
    await this.unitOfWork.run(async () => {
      const { decision, opinions } = await this.desk.openToWrite(id, version);
      const standing = opinions.find((each) => each.id === opinionId);
      if (!standing) throw opinionNotFound();
      requireNew(
        opinions.filter((each) => each !== standing),
        words,
      );
      await this.store.update(opinionId, { ...words, ...this.hand() });
      const { ordinal, source, opinion, people, adoption, reason } = standing;
      const before = { source, opinion, people, adoption, reason };
      await this.desk.written('decisions.change-opinion', decision, { ordinal, ...words }, before);
    });
  }

  /** The table as a workbook that can be filled in and taken in again. */
  async workbook(id: string): Promise<{ name: string; bytes: Buffer }> {
    const { decision, opinions } = await this.desk.open(id);
    return writeOpinions(decision, opinions, this.clock.today());
  }

  private hand(): { recordedOn: string; recordedBy: string } {
    return { recordedOn: this.clock.today(), recordedBy: currentActor().post };
  }
}

function requireWhole({ source, opinion, people, adoption, reason }: OpinionWords): OpinionWords {
  const words = {
    source: cleanText(source).trim(),
    opinion: cleanText(opinion).trim(),
    people,
    adoption,
    reason: cleanText(reason).trim(),
  };
  if (words.opinion === '') throw opinionBlank();
  if (lacksReason(words)) throw opinionReasonMissing();
  return words;
}

function requireNew(opinions: readonly OpinionRecord[], words: OpinionWords): void {
  const twin = opinions.find((each) => keyOf(each) === keyOf(words));
  if (twin) throw opinionTaken(twin.ordinal);
}
