import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { PostgresSettings } from './postgres-settings.js';

const ADDRESSES = /^[^\s@,]+@[^\s@,]+(,[^\s@,]+@[^\s@,]+)*$/;

/** Where points of the audit chain are put, and who is told when something is wrong. */
export class OperationSettings extends PostgresSettings {
  /** Folders on other disks or machines, separated by commas, that points of the audit chain are written to. */
  @IsOptional()
  @IsString({ message: '应为文件夹路径，用英文逗号分隔' })
  DIAODU_ANCHOR_DIRS?: string;

  /** Mail addresses, separated by commas, that a point of the audit chain is sent to every day. */
  @IsOptional()
  @Matches(ADDRESSES, { message: '应为邮箱地址，用英文逗号分隔' })
  DIAODU_ANCHOR_MAIL?: string;

  /** Whether points of the audit chain are also written to the log: `on` or `off`. */
  @IsIn(['on', 'off'], { message: '应为 on 或者 off' })
  DIAODU_ANCHOR_LOG: 'on' | 'off' = 'on';

  /** How often points are written to folders and log: `hour` or `day`. */
  @IsIn(['hour', 'day'], { message: '应为 hour 或者 day' })
  DIAODU_ANCHOR_EVERY: 'hour' | 'day' = 'hour';

  /** Mail addresses, separated by commas, that are told when the hourly self-check finds something. */
  @IsOptional()
  @Matches(ADDRESSES, { message: '应为邮箱地址，用英文逗号分隔' })
  DIAODU_ALERT_MAIL?: string;
}
