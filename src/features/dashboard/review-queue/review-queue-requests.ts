import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { ListQuery } from '../../../platform/http/list-query.js';

/** Which reports of the queue. */
export class ReviewQueueQuery extends ListQuery {
  /** 台账编号或者代码 */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  ledger?: string;

  /** 月份；不填为尚未冻结的各月 */
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  month?: string;

  /** 单位代码 */
  @IsOptional()
  @IsString()
  @MaxLength(30)
  department?: string;

  /** 状态，可多选，以逗号相连；不填为待审核的 */
  @Matches(/^(SUBMITTED|RETURNED|ACCEPTED)(,(SUBMITTED|RETURNED|ACCEPTED)){0,2}$/)
  state: string = 'SUBMITTED';

  /** true 只看逾期报送的 */
  @IsOptional()
  @IsIn(['true'])
  late?: string;
}
