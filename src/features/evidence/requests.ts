import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { SECRET_MARKS } from '../../domain/evidence/secrecy.js';
import { IsDay } from '../../platform/http/is-day.js';
import { ListQuery } from '../../platform/http/list-query.js';

const ID = /^[0-9a-f-]{36}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const DEPARTMENT = /^[A-Z][A-Z0-9]{0,19}$/;
// The three grades of state secrets are understood, so as to be refused with the article.
const SECRECIES = ['PUBLIC', 'INTERNAL', ...SECRET_MARKS];
const SUBJECTS = ['TASK', 'ASSIGNMENT', 'MILESTONE'];

/** `true` and `false` as an address writes them; anything else stays and is refused. */
const flag = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

/** 上传材料时的说明 */
export class UploadQuery {
  /** 证明什么：TASK 任务、ASSIGNMENT 分工、MILESTONE 节点；不填为本单位的分工 */
  @IsOptional()
  @IsIn(SUBJECTS)
  subjectKind?: 'TASK' | 'ASSIGNMENT' | 'MILESTONE';

  /** 任务、分工或者节点 */
  @ValidateIf((query: UploadQuery) => query.subjectKind !== undefined || query.subjectId !== undefined)
  @Matches(ID)
  subjectId?: string;

  /** 材料说明 */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  description?: string;

  /** PUBLIC 公开、INTERNAL 内部；不填为内部 */
  @IsOptional()
  @IsIn(SECRECIES)
  secrecy?: string;

  /** 所证明工作的月份；不填为当月 */
  @IsOptional()
  @Matches(MONTH)
  month?: string;

  /** 有效期至 */
  @IsOptional()
  @IsDay()
  validUntil?: string;

  /** 供全体承办单位查阅（牵头单位、依法治区办） */
  @IsOptional()
  @Transform(flag)
  @IsBoolean()
  isShared?: boolean;

  /** 替换哪份材料 */
  @IsOptional()
  @Matches(ID)
  supersedes?: string;
}

/** 修改材料说明；不填的保持原样 */
export class ChangeEvidenceRequest {
  /** 材料说明 */
  @ValidateIf((body: ChangeEvidenceRequest) => body.description !== undefined)
  @IsString()
  @MaxLength(500)
  description?: string;

  /** PUBLIC 公开、INTERNAL 内部 */
  @ValidateIf((body: ChangeEvidenceRequest) => body.secrecy !== undefined)
  @IsIn(SECRECIES)
  secrecy?: string;

  /** 所证明工作的月份 */
  @ValidateIf((body: ChangeEvidenceRequest) => body.month !== undefined)
  @Matches(MONTH)
  month?: string;

  /** 有效期至；null 为长期有效 */
  @ValidateIf((body: ChangeEvidenceRequest) => body.validUntil !== undefined && body.validUntil !== null)
  @IsDay()
  validUntil?: string | null;

  /** 供全体承办单位查阅 */
  @ValidateIf((body: ChangeEvidenceRequest) => body.isShared !== undefined)
  @IsBoolean()
  isShared?: boolean;
}

/** 增加关联 */
export class LinkRequest {
  /** TASK 任务、ASSIGNMENT 分工、MILESTONE 节点 */
  @IsIn(SUBJECTS)
  subjectKind!: 'TASK' | 'ASSIGNMENT' | 'MILESTONE';

  /** 任务、分工或者节点 */
  @Matches(ID)
  subjectId!: string;
}

/** 写明理由 */
export class RemovalRequest {
  /** 理由 */
  @IsString()
  @MaxLength(500)
  reason!: string;
}

/** 任务材料的筛选条件 */
export class TaskEvidenceQuery extends ListQuery {
  /** 是否也列出已撤回、已替换的材料 */
  @IsOptional()
  @Transform(flag)
  @IsBoolean()
  withPast?: boolean;
}

/** 材料列表的筛选条件 */
export class EvidenceListQuery extends TaskEvidenceQuery {
  /** 台账 */
  @IsOptional()
  @Matches(ID)
  ledger?: string;

  /** 任务 */
  @IsOptional()
  @Matches(ID)
  task?: string;

  /** 部门代码 */
  @IsOptional()
  @Matches(DEPARTMENT)
  department?: string;

  /** 月份 */
  @IsOptional()
  @Matches(MONTH)
  month?: string;

  /** 证明什么：TASK、ASSIGNMENT、MILESTONE、REPORT 月报、CLOSE_OUT 办结申请 */
  @ValidateIf((query: EvidenceListQuery) => query.subjectId !== undefined || query.subjectKind !== undefined)
  @IsIn([...SUBJECTS, 'REPORT', 'CLOSE_OUT'])
  subjectKind?: 'TASK' | 'ASSIGNMENT' | 'MILESTONE' | 'REPORT' | 'CLOSE_OUT';

  /** 所证明事项 */
  @ValidateIf((query: EvidenceListQuery) => query.subjectId !== undefined || query.subjectKind !== undefined)
  @Matches(ID)
  subjectId?: string;

  /** 有效期：EXPIRING 将过期、EXPIRED 已过期 */
  @IsOptional()
  @IsIn(['EXPIRING', 'EXPIRED'])
  validity?: 'EXPIRING' | 'EXPIRED';

  /** 名称或者说明中的词语 */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  q?: string;
}

/** 取用文件的方式 */
export class FileQuery {
  /** 1 为在页面内预览（仅图片和 PDF），不填为下载 */
  @IsOptional()
  @IsIn(['1'])
  preview?: string;
}
