import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';

/** 导入的方式 */
export class CaseImportQuery {
  /** true 为只预览，不入库 */
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  dryRun?: boolean;
}
