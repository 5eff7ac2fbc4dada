import { IsOptional, IsString, MaxLength } from 'class-validator';
import { ListQuery } from '../../platform/http/list-query.js';

/** Which bulletins. */
export class BulletinListQuery extends ListQuery {
  /** 台账编号 */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  ledger?: string;
}
