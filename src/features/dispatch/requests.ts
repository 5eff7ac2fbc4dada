import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { ListQuery } from '../../platform/http/list-query.js';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Which month of which ledger. */
export class MonthQuery {
  /** 台账编号或代码 */
  @IsString()
  @Length(1, 64)
  ledger!: string;

  /** 月份 YYYY-MM */
  @Matches(MONTH, { message: '月份应写作 YYYY-MM' })
  month!: string;
}

/** Which ledger. */
export class LedgerQuery {
  /** 台账编号或代码 */
  @IsString()
  @Length(1, 64)
  ledger!: string;
}

/** Rows of a frozen month. */
export class SnapshotQuery extends ListQuery {
  /** 灯 */
  @IsOptional()
  @IsIn(['GREEN', 'YELLOW', 'RED', 'DONE', 'GREY'])
  light?: string;

  /** 单位代码；不填为任务行 */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  department?: string;
}

/** Rows a freeze today would write. */
export class PreviewRowsQuery extends SnapshotQuery {
  /** 台账编号或代码 */
  @IsString()
  @Length(1, 64)
  ledger!: string;

  /** 月份 YYYY-MM */
  @Matches(MONTH, { message: '月份应写作 YYYY-MM' })
  month!: string;
}

/** Words that go on record: a reply, or a reason. */
export class WordsRequest {
  /** 答复内容或理由 */
  @IsString()
  @Length(2, 2000)
  text!: string;
}
