import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsDay } from '../../../platform/http/is-day.js';

/** Which year, as of which day. */
export class FiguresQuery {
  /** 年度 */
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year!: number;

  /** 截至哪一天；不填为今天 */
  @IsOptional()
  @IsDay()
  asOf?: string;
}
