import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsObject,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { BOARD_COLUMNS, type BoardColumn } from '../board/board-columns.js';
import { BOARD_SORTS, type BoardSort } from '../board/board-order.js';
import { BoardFilterRequest } from '../board/board-requests.js';

/** 保存任务列表的一种看法 */
export class SavedViewRequest {
  /** 名称，本岗位内不重复 */
  @IsString()
  @Matches(/\S/)
  @MaxLength(40)
  name!: string;

  /** 筛选条件 */
  @IsObject()
  @ValidateNested()
  @Type(() => BoardFilterRequest)
  filter!: BoardFilterRequest;

  /** 显示的列，依所列次序 */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(BOARD_COLUMNS.length)
  @ArrayUnique()
  @IsIn(BOARD_COLUMNS, { each: true })
  columns!: BoardColumn[];

  /** 排序 */
  @IsIn(BOARD_SORTS)
  sort: BoardSort = 'number';
}
