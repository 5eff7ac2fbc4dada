import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { ListQuery } from '../../platform/http/list-query.js';

const ID = /^[0-9a-f-]{36}$/;

/** Which lines of the ledger of reminders. */
export class ReminderListQuery extends ListQuery {
  /** 单位代码 */
  @IsOptional()
  @IsString()
  @MaxLength(30)
  department?: string;

  /** 台账 */
  @IsOptional()
  @Matches(ID)
  ledger?: string;

  /** 任务 */
  @IsOptional()
  @Matches(ID)
  task?: string;

  /** 发出的月份 YYYY-MM */
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  month?: string;

  /** 级次代码，如 FOLLOW_UP_NOTICE */
  @IsOptional()
  @Matches(/^[A-Z][A-Z0-9_]{1,39}$/)
  rung?: string;

  /** 状态：待批准、已发出、已答复、免发 */
  @IsOptional()
  @IsIn(['PROPOSED', 'ISSUED', 'REPLIED', 'DISMISSED'])
  state?: string;

  /** 须由谁批准 */
  @IsOptional()
  @IsIn(['DIRECTOR', 'LEADER'])
  approver?: string;

  /** 发给谁 */
  @IsOptional()
  @IsIn(['LIAISON', 'HEAD'])
  recipient?: string;

  /** 送达状态 */
  @IsOptional()
  @IsIn(['QUEUED', 'SENT', 'FAILED', 'GIVEN_UP'])
  delivery?: string;

  /** true 只看逾期未答复的 */
  @IsOptional()
  @IsIn(['true'])
  overdue?: string;

  /** true 只看未签收的 */
  @IsOptional()
  @IsIn(['true'])
  unsigned?: string;
}
