import { IsString, Length, Matches, MaxLength, ValidateIf } from 'class-validator';
import { IsDay } from '../../../platform/http/is-day.js';

/** Who takes the post over. */
export class HandOverRequest {
  /** 接任人姓名 */
  @IsString()
  @Length(1, 100)
  holder!: string;

  /** 邮箱；没有则为空 */
  @IsString()
  @MaxLength(200)
  @ValidateIf((request: HandOverRequest) => request.email !== '')
  @Matches(/^[^\s@]+@[^\s@]+$/)
  email: string = '';

  /** 任职日；前任任期至前一日止 */
  @IsDay()
  from!: string;

  /** 交接说明 */
  @IsString()
  @MaxLength(2000)
  note: string = '';
}
