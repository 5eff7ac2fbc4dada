import { IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsDay } from '../../platform/http/is-day.js';

const ID = /^[0-9a-f-]{36}$/;

/** 建立年度目录 */
export class NewCatalogueRequest {
  /** 年度 */
  @IsInt()
  @Min(2000)
  @Max(2100)
  year!: number;
}

/** 看哪个辖区的目录 */
export class CatalogueBoardQuery {
  /** 本辖区或者下辖市、区的代码；不填为本辖区 */
  @IsOptional()
  @IsString()
  @MaxLength(30)
  jurisdiction?: string;
}

/** 列入目录 */
export class CatalogueItemRequest {
  /** 决策事项 */
  @Matches(ID)
  decisionId!: string;

  /** 列入的理由 */
  @IsString()
  @MaxLength(500)
  reason!: string;
}

/** 调出目录 */
export class RemoveItemRequest {
  /** 调出的理由 */
  @IsString()
  @MaxLength(500)
  reason!: string;
}

/** 同级党委同意 */
export class ConsentRequest {
  /** 同意的文件或者会议纪要 */
  @IsString()
  @Length(1, 200)
  document!: string;

  /** 同意的日期 */
  @IsDay()
  on!: string;
}

/** 目录公布 */
export class PublishCatalogueRequest {
  /** 公布的日期 */
  @IsDay()
  on!: string;

  /** 公布的网址或者载体 */
  @IsString()
  @Length(1, 300)
  where!: string;
}
