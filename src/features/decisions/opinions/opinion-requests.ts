import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import { ADOPTIONS, type Adoption } from './adoption.js';
import { LONGEST, LONGEST_SOURCE, MOST_PEOPLE } from './read-opinions.js';

/** 登记或者修改一条公众意见 */
export class OpinionRequest {
  /** 意见来源：提出人或者反馈渠道 */
  @IsString()
  @MaxLength(LONGEST_SOURCE)
  source!: string;

  /** 归纳后的意见内容 */
  @IsString()
  @Length(1, LONGEST)
  opinion!: string;

  /** 提出这一意见的人数 */
  @IsInt()
  @Min(1)
  @Max(MOST_PEOPLE)
  people!: number;

  /** ADOPTED 采纳、PARTLY 部分采纳、NOT 不采纳 */
  @IsIn(ADOPTIONS)
  adoption!: Adoption;

  /** 理由；不采纳、部分采纳的必填（第十八条） */
  @IsString()
  @MaxLength(LONGEST)
  reason!: string;
}

/** 导入采纳情况表的方式 */
export class OpinionImportQuery {
  /** true 为只检查，不保存 */
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  dryRun?: boolean;
}
