import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { MAX_PAGE } from './cursor.js';

/** What every list understands: how many, and after which row. */
export class ListQuery {
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
