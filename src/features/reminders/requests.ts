import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { IsDay } from '../../platform/http/is-day.js';
import { ListQuery } from '../../platform/http/list-query.js';

const DEPARTMENT_CODE = /^[A-Z][A-Z0-9]{0,19}$/;
const yes = ({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value);

/** Which digests. */
export class DigestListQuery extends ListQuery {
  /** 单位代码 */
  @IsOptional()
  @Matches(DEPARTMENT_CODE)
  department?: string;

  /** 某日的汇总 */
  @IsOptional()
  @IsDay()
  day?: string;

  /** 只看未送达的 */
  @IsOptional()
  @Transform(yes)
  @IsBoolean()
  givenUp?: boolean;

  /** 只看未签收的 */
  @IsOptional()
  @Transform(yes)
  @IsBoolean()
  unsigned?: boolean;
}

/** Which lines of the ledger of reminders. */
export class ReminderLedgerQuery extends ListQuery {
  /** 单位代码 */
  @IsOptional()
  @Matches(DEPARTMENT_CODE)
  department?: string;
}

/** Which group's text, of which day. */
export class WechatQuery {
  /** 单位组代码，缺省为全部单位 */
  @IsString()
  @MaxLength(40)
  group: string = 'ALL_UNITS';

  /** 哪一日，缺省为今日 */
  @IsOptional()
  @IsDay()
  day?: string;

  /** 只要这一个单位的；单位代码 */
  @IsOptional()
  @Matches(DEPARTMENT_CODE)
  department?: string;
}
