import { Type, Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsDay } from '../../../platform/http/is-day.js';
import { MAX_PAGE } from '../../../platform/http/cursor.js';
import { BOARD_COLUMNS } from './board-columns.js';
import { BOARD_SORTS, type BoardSort } from './board-order.js';

const CODES = /^[A-Z_]{2,20}(,[A-Z_]{2,20}){0,14}$/;

const COLUMN = `(?:${BOARD_COLUMNS.join('|')})`;
const COLUMN_LIST = new RegExp(`^${COLUMN}(?:,${COLUMN}){0,${BOARD_COLUMNS.length - 1}}$`);

/** 任务列表的筛选条件；多选的以逗号相连 */
export class BoardFilterRequest {
  /** 台账编号或者代码；不填为全部台账 */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  ledger?: string;

  /** 灯：RED、YELLOW、GREEN、DONE、GREY、NONE（尚未交办），可多选 */
  @IsOptional()
  @Matches(CODES)
  light?: string;

  /** 任务状态，可多选 */
  @IsOptional()
  @Matches(CODES)
  state?: string;

  /** 频次，可多选 */
  @IsOptional()
  @Matches(CODES)
  cadence?: string;

  /** 单位代码 */
  @IsOptional()
  @IsString()
  @MaxLength(30)
  department?: string;

  /** 单位以何身份参与：LEAD 第一牵头，ANY 牵头或者配合 */
  @IsIn(['ANY', 'LEAD'])
  part: 'ANY' | 'LEAD' = 'ANY';

  /** 指标路径，各级以“ / ”相连；含其下各级 */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  indicator?: string;

  /** 时限不早于 */
  @IsOptional()
  @IsDay()
  dueFrom?: string;

  /** 时限不晚于 */
  @IsOptional()
  @IsDay()
  dueTo?: string;

  /** true 只看逾期的 */
  @IsOptional()
  @Transform(flag)
  @IsBoolean()
  overdue?: boolean;

  /** true 只看待我办理的 */
  @IsOptional()
  @Transform(flag)
  @IsBoolean()
  mine?: boolean;

  /** 任务名称、序号、指标、单位名称中的文字，或者拼音首字母；多个词以空格相隔，须同时符合 */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

/** 任务列表：筛选、排序、分页 */
export class BoardPageRequest extends BoardFilterRequest {
  /** 排序：number、due、light、department，前加 - 为倒序 */
  @IsIn(BOARD_SORTS)
  sort: BoardSort = 'number';

  /** 每页条数，最多 100 */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_PAGE)
  limit: number = 50;

  /** 上一页返回的 next */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  after?: string;
}

/** 导出：筛选、排序和所选的列 */
export class BoardExportRequest extends BoardFilterRequest {
  /** 排序：number、due、light、department，前加 - 为倒序 */
  @IsIn(BOARD_SORTS)
  sort: BoardSort = 'number';

  /** 导出的列，以逗号相连；不填为常用各列 */
  @IsOptional()
  @Matches(COLUMN_LIST)
  columns?: string;
}

/** Only the two words an address can say; anything else stays as it is and is refused by the rule. */
function flag({ value }: { value: unknown }): unknown {
  if (value === 'true') return true;
  return value === 'false' ? false : value;
}
