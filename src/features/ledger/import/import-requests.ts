import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsDay } from '../../../platform/http/is-day.js';
import { RegisterRequest } from '../tasks/party-requests.js';

const KINDS = ['KEY_TASKS', 'DEMONSTRATION', 'ACTION_ITEMS'] as const;

/** 更正预览中的一行 */
export class FixRowRequest extends RegisterRequest {
  /** 序号 */
  @IsOptional()
  @IsString()
  @MaxLength(30)
  number?: string;

  /** 指标，自一级起 */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(3)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  indicators?: string[];

  /** true 不导入这一行，false 恢复导入 */
  @IsOptional()
  @IsBoolean()
  skip?: boolean;
}

/** 指定各列含义 */
export class MappingRequest {
  /** 列标题 → 字段；null 为不取 */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string', nullable: true } })
  @IsObject()
  mapping!: Record<string, string | null>;
}

/** 上传台账的说明 */
export class ImportQuery {
  /** LEDGER 台账 · NOTICE 通知 */
  @IsIn(['LEDGER', 'NOTICE'])
  kind: 'LEDGER' | 'NOTICE' = 'LEDGER';

  /** 年度 */
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year!: number;

  /** 印发日期 */
  @IsOptional()
  @IsDay()
  issuedOn?: string;

  /** 台账代码；不填为该年度该种类的台账 */
  @IsOptional()
  @Matches(/^[A-Z0-9-]{2,30}$/)
  ledger?: string;

  /** 台账种类 */
  @IsOptional()
  @IsIn(KINDS)
  ledgerKind?: (typeof KINDS)[number];

  /** 改好后重新上传的，填前一次导入的编号：沿用其台账、各列含义和对未改动行的更正，前一次预览随之放弃 */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  former?: string;
}
