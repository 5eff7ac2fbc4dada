import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { ListQuery } from '../../../platform/http/list-query.js';

const ID = /^[0-9a-f-]{36}$/;

/** Which requests. */
export class RequestListQuery extends ListQuery {
  /** 哪些：waiting 待我办理（最早的在前），mine 本单位提出的，all 可见的全部 */
  @IsIn(['waiting', 'mine', 'all'])
  box: 'waiting' | 'mine' | 'all' = 'all';

  /** EXTENSION 延期，CLOSE_OUT 办结 */
  @IsOptional()
  @IsIn(['EXTENSION', 'CLOSE_OUT'])
  kind?: string;

  /** 状态 */
  @IsOptional()
  @IsIn(['SUBMITTED', 'ENDORSED', 'VERIFIED', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN'])
  state?: string;

  /** 申请单位代码 */
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
}
